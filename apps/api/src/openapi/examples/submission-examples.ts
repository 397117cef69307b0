import { KEY_METRICS } from '../../runs/listed-run-view.js';
import { runLinks } from '../../runs/run-links.js';
import { CONFIG_HASH, DATA_HASH, RUN_HASH } from './hashes.js';
import { METRICS_EXAMPLE } from './run-examples.js';

export const SUBMISSION = {
  ...{ run_hash: RUN_HASH, config_hash: CONFIG_HASH, status: 'completed', created: false },
  links: runLinks({ kind: 'run', run_hash: RUN_HASH }),
};

/** What something done to a run is answered with. */
export const STATE = {
  ...{ run_hash: RUN_HASH, config_hash: CONFIG_HASH, status: 'completed', attempt: 1, pinned: false },
  links: runLinks({ kind: 'run', run_hash: RUN_HASH }),
};

export const LISTED_RUN = {
  ...{ run_hash: RUN_HASH, config_hash: CONFIG_HASH, data_hash: DATA_HASH, symbol: 'TEST', timeframe: '1m', strategy: 'dual_sma' },
  ...{ start: '2024-01-01T00:00:00.000Z', end: '2024-01-02T00:00:00.000Z', status: 'completed', attempt: 1, stage: null, progress: 1 },
  pinned: false,
  created_at: '2026-11-25T03:04:04.217Z',
  started_at: '2026-11-25T03:04:04.217Z',
  finished_at: '2026-11-25T03:04:04.841Z',
  metrics: Object.fromEntries(KEY_METRICS.map((id) => [id, METRICS_EXAMPLE[id]])),
  error: null,
  links: { self: `/runs/${RUN_HASH}` },
};
