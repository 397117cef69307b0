import { runLinks } from '../../runs/run-links.js';
import { BEST_RUN_HASH, DATA_HASH, SWEEP_CONFIG_HASH, SWEEP_HASH } from './hashes.js';
import { NORMAL_CONFIG } from './run-examples.js';
import { SWEEP_MANIFEST } from './sweep-manifest-example.js';

const LINKS = runLinks({ kind: 'sweep', run_hash: SWEEP_HASH });
const HASHES = { sweep_hash: SWEEP_HASH, config_hash: SWEEP_CONFIG_HASH };

export const SWEEP_SUBMISSION = { ...HASHES, status: 'completed', created: false, links: LINKS };

/** What something done to a sweep is answered with. */
export const SWEEP_STATE = { ...HASHES, status: 'completed', attempt: 1, pinned: false, links: LINKS };

/** The normal form of the sample sweep. */
export const NORMAL_SWEEP = {
  base: {
    ...NORMAL_CONFIG,
    indicators: [],
    strategy: { name: 'dual_sma', params: { fast: 10, long_only: false, slow: 50 } },
    validation: {},
  },
  grid: { 'strategy.params.fast': [5, 10, 15], 'strategy.params.slow': [15, 30, 60] },
  objective: 'sharpe',
};

export const SKIPPED = {
  count: 1,
  reasons: [
    {
      code: 'OUT_OF_RANGE',
      count: 1,
      message: '"fast" must be below "slow": 15 is not below 15. Swap them or choose a shorter fast window.',
      params: { 'strategy.params.fast': 15, 'strategy.params.slow': 15 },
      path: '/strategy/params/fast',
    },
  ],
};

const STANDING = {
  status: 'completed',
  attempt: 1,
  stage: null,
  progress: 1,
  pinned: false,
  created_at: '2026-11-25T03:05:04.217Z',
  started_at: '2026-11-25T03:05:04.217Z',
  finished_at: '2026-11-25T03:05:04.841Z',
};
const SPAN = { symbol: 'TEST', timeframe: '1m', start: '2024-01-01T00:00:00.000Z', end: '2024-01-02T00:00:00.000Z' };
const BEST = {
  trial: 3,
  run_hash: BEST_RUN_HASH,
  params: { 'strategy.params.fast': 10, 'strategy.params.slow': 15 },
  value: 68.14894895551858,
};

export const LISTED_SWEEP = {
  ...{ ...HASHES, data_hash: DATA_HASH, ...SPAN, strategy: 'dual_sma', ...STANDING, objective: 'sharpe', tried: 9, trials: 8 },
  ...{ best: BEST, error: null, links: { self: `/sweeps/${SWEEP_HASH}` } },
};

/** A row of its table, with some of its metrics. */
export const SWEEP_ROW = {
  trial: 3,
  run_hash: BEST_RUN_HASH,
  'param.strategy.params.fast': 10,
  'param.strategy.params.slow': 15,
  total_return: 0.009400644882364917,
  sharpe: 68.14894895551858,
  max_drawdown: -0.001208134609162137,
  trades: 90,
};

/** The metrics of its best trial. */
export const BEST_METRICS = {
  alpha: 2.3496609002476285,
  avg_bars_held: 15.822222222222223,
  avg_drawdown: -0.00016798427804717853,
  best_trade: 155.2896499892031,
  beta: 0.007351525581213642,
  break_even_cost_multiple: null,
  buy_and_hold_return: 0.005425058330112531,
  cagr: 29.5670296766312,
  calmar: 24473.29085054228,
  cvar_95: 0.00012402343530286408,
  expectancy: 10.445160980405449,
  exposure: 0.9888888888888889,
  final_equity: 100940.06448823649,
  ideal_pnl: 941.1202911225064,
  information_ratio: 2.672246570691199,
  kurtosis: 1.7940168003251697,
  lo_sharpe: 50.302886397042215,
  longest_drawdown_bars: 323,
  longest_drawdown_ms: 19380000,
  max_bars_held: 65,
  max_consecutive_losses: 4,
  max_drawdown: -0.001208134609162137,
  min_trl: 215.46860289645628,
  net_pnl: 940.0644882364868,
  omega: 1.3633721512082642,
  payoff_ratio: 3.3184791652862273,
  periods_per_year: 362880,
  profit_factor: 2.7766866485048025,
  psr: 0.9999897405697172,
  sharpe: 68.14894895551858,
  skew: -0.02112399036795606,
  sortino: 105.33639607789341,
  sqn: 2.744399657826056,
  tail_ratio: 1.2238039528277815,
  total_borrow: 0,
  total_delay: 1.0558028860357493,
  total_fees: 0,
  total_return: 0.009400644882364917,
  total_slippage: 0,
  trades: 90,
  turnover: 18.00029073272759,
  ulcer_index: 0.0003547913162926638,
  var_95: 8.4003837628166e-5,
  volatility: 0.03463211778123418,
  win_rate: 0.45555555555555555,
  worst_trade: -43.13052287780192,
};

/** The sample sweep, completed. */
export const SWEEP_EXAMPLE = {
  ...{ ...HASHES, data_hash: DATA_HASH, ...STANDING, ...SPAN, bars: 1440 },
  ...{ objective: 'sharpe', lower_is_better: false, tried: 9, trials: 8, skipped: SKIPPED },
  best: { ...BEST, row: 3, metrics: BEST_METRICS },
  certified: 8,
  plateau: {
    alone: false,
    at_edge: ['strategy.params.slow'],
    axes: ['strategy.params.fast', 'strategy.params.slow'],
    limit: 66.09935471994264,
    neighbours: 2,
    neighbours_median: 62.29535591557053,
    of: 8,
    tolerance: 0.1,
    trials: 3,
  },
  warnings: [
    {
      code: 'BEST_AT_EDGE',
      message: 'The best lies at the end of what was searched for strategy.params.slow: a better one may lie beyond.',
    },
  ],
  validation: {},
  sweep: NORMAL_SWEEP,
  data: { bars: 1440, data_hash: DATA_HASH, symbol: 'TEST', timeframe: '1m' },
  engine: { name: 'projecta', semantics_version: 1 },
  plugins: [],
  manifest: SWEEP_MANIFEST,
  selection: { trials: 8, effective_trials: 3.2, deflated_sharpe: 0.999803779917995, sidak_p: 8.207249515712611e-5 },
  error: null,
  timings_ms: { artifacts: 92.156, data: 16.308, sweep: 245.463 },
  links: LINKS,
};
