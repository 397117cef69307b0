import { CONFIG_HASH, DATA_HASH, OTHER_CONFIG_HASH, OTHER_RUN_HASH, RUN_HASH } from '../examples/hashes.js';
import { ADDRESS_PROBLEMS, FIND_PROBLEMS, query } from '../parameters.js';
import { json, ref, type RouteDoc, whole } from '../route.js';

const SAME = { data_hash: DATA_HASH, symbol: 'TEST', timeframe: '1m', strategy: 'dual_sma', bars: 1440 };
const EXAMPLE = {
  runs: [
    { run_hash: RUN_HASH, config_hash: CONFIG_HASH, ...SAME },
    { run_hash: OTHER_RUN_HASH, config_hash: OTHER_CONFIG_HASH, ...SAME },
  ],
  metrics: [
    { id: 'sharpe', title: 'Sharpe ratio', unit: 'per year', lower_is_better: false, values: [66.66761644674149, 44.523731327422674] },
  ],
  config: [
    { path: '/execution/fee_bps', values: [0, 2] },
    { path: '/seed', values: [42, 43] },
    { path: '/strategy/params/fast', values: [5, 4] },
  ],
  equity: {
    ts: [1_704_067_200_000, 1_704_153_540_000],
    values: [
      [100_000, 100_920.53274655258],
      [100_000, 100_622.68969395757],
    ],
  },
};

/** Runs side by side. */
export const comparisonRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/runs/compare', id: 'compareRuns', tag: 'Runs' },
    summary: 'Put completed runs side by side',
    description: 'Where their configs differ, every metric, and their equity on one time axis.',
    parameters: [
      query(
        'hash',
        'A run, by its hash or prefix; two to ten of them.',
        { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{8,64}$' }, minItems: 2, maxItems: 10, uniqueItems: true },
        { required: true, explode: true, example: [RUN_HASH, OTHER_RUN_HASH] },
      ),
      query('downsample', 'At most so many points in time.', whole(20, 5000, 1000)),
    ],
    answers: { 200: { description: 'The comparison.', content: json(ref('Comparison'), EXAMPLE) } },
    problems: [...ADDRESS_PROBLEMS, ...FIND_PROBLEMS, 'ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'],
  },
];
