import type { JsonObject, NewRun, Submitted, SubmitOptions } from '@projecta/persistence';
import type { IdentifiedRun } from '../compute/identify-run.js';
import type { Home } from '../open-home.js';

/** Puts an identified run into the store, or finds it there. Throws QUEUE_FULL, DATA_NOT_FOUND. */
export function submitRun({ store }: Home, run: IdentifiedRun, options: SubmitOptions = {}): Promise<Submitted> {
  return store.runs.submit(newRun(run), options);
}

function newRun({ run_hash, config_hash, data_hash, config, identity, data_start, data_end, dataset_id }: IdentifiedRun): NewRun {
  const { symbol, timeframe, strategy } = config;
  return {
    ...{ run_hash, config_hash, data_hash, symbol, timeframe, data_start, data_end, dataset_id },
    strategy: strategy.name,
    config: config as unknown as JsonObject,
    identity: identity as unknown as JsonObject,
  };
}
