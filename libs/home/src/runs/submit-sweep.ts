import type { JsonObject, Submitted, SubmitOptions } from '@projecta/persistence';
import type { IdentifiedSweep } from '../compute/identify-sweep.js';
import type { Home } from '../open-home.js';

/** Puts an identified sweep into the store, or finds it there. Throws QUEUE_FULL, DATA_NOT_FOUND. */
export function submitSweep({ store }: Home, identified: IdentifiedSweep, options: SubmitOptions = {}): Promise<Submitted> {
  const { sweep_hash, config_hash, data_hash, sweep, identity, data_start, data_end, dataset_id } = identified;
  const { symbol, timeframe, strategy } = sweep.base;
  const row = {
    ...{ run_hash: sweep_hash, config_hash, data_hash, symbol, timeframe, data_start, data_end, dataset_id },
    strategy: strategy.name,
    config: sweep as unknown as JsonObject,
    identity: identity as unknown as JsonObject,
  };
  return store.sweeps.submit(row, options);
}
