import { runLinks } from '../../runs/run-links.js';
import { CONFIG_HASH, DATA_HASH, RUN_HASH } from './hashes.js';
import { MANIFEST_EXAMPLE } from './manifest-example.js';

/** The normal form of the sample payload. */
export const NORMAL_CONFIG = {
  end: '2024-01-02T00:00:00.000Z',
  execution: {
    borrow_cost_bps: 0,
    fee_bps: 0,
    fee_fixed: 0,
    fee_min: 0,
    fee_per_unit: 0,
    fill_price: 'open_next',
    flatten_end: true,
    initial_cash: 100000,
    lot_size: 0,
    sizing: 'decision',
    slippage_bps: 0,
    slippage_model: {
      model: 'none',
      params: {},
    },
    volume_limit: 0,
    zero_volume: 'wait',
  },
  features: false,
  indicators: [
    {
      name: 'sma',
      params: {
        source: 'close',
        window: 5,
      },
    },
    {
      name: 'sma',
      params: {
        source: 'close',
        window: 15,
      },
    },
  ],
  metrics: {
    annualization: 'auto',
    risk_free: 0,
  },
  risk: {
    max_leverage: 1,
    model: 'fixed_fraction',
    params: {
      fraction: 0.1,
    },
    rebalance: 'on_change',
  },
  seed: 42,
  start: '2024-01-01T00:00:00.000Z',
  strategy: {
    name: 'dual_sma',
    params: {
      fast: 5,
      long_only: false,
      slow: 15,
    },
  },
  symbol: 'TEST',
  timeframe: '1m',
  validation: {
    permutation: {
      method: 'bars',
      statistic: 'sharpe',
      trials: 3,
    },
  },
};

/** The metrics of its run. */
export const METRICS_EXAMPLE = {
  alpha: 2.2988849652420003,
  avg_bars_held: 15.311827956989248,
  avg_drawdown: -0.00015978343979838042,
  best_trade: 164.24235405450963,
  beta: 0.008737952402601806,
  break_even_cost_multiple: null,
  buy_and_hold_return: 0.005425058330112531,
  cagr: 27.479676162467403,
  calmar: 27487.5050388291,
  cvar_95: 0.00012380996596229258,
  expectancy: 9.89820157583418,
  exposure: 0.9888888888888889,
  final_equity: 100920.53274655258,
  ideal_pnl: 901.6463810134137,
  information_ratio: 2.5361941948247626,
  kurtosis: 1.7652477199203682,
  lo_sharpe: 49.2836085348836,
  longest_drawdown_bars: 613,
  longest_drawdown_ms: 36780000,
  max_bars_held: 67,
  max_consecutive_losses: 6,
  max_drawdown: -0.0009997151841772967,
  min_trl: 224.83034114730523,
  net_pnl: 920.532746552577,
  omega: 1.353933908940949,
  payoff_ratio: 3.9268036410472216,
  periods_per_year: 362880,
  profit_factor: 2.8360248518674376,
  psr: 0.999984712920849,
  sharpe: 66.66761644674149,
  skew: -0.0158574462565629,
  sortino: 103.24273317911782,
  sqn: 2.595372413079185,
  tail_ratio: 1.2474654273575803,
  total_borrow: 0,
  total_delay: -18.886365539144556,
  total_fees: 0,
  total_return: 0.009205327465525714,
  total_slippage: 0,
  trades: 93,
  turnover: 18.60312601619768,
  ulcer_index: 0.0003835241375679606,
  var_95: 8.23154238554058e-5,
  volatility: 0.03466965417265498,
  win_rate: 0.41935483870967744,
  worst_trade: -47.44494479988498,
};

const HEAD = {
  run_hash: RUN_HASH,
  config_hash: CONFIG_HASH,
  data_hash: DATA_HASH,
  status: 'completed',
  attempt: 1,
  stage: null,
  progress: 1,
  pinned: false,
  created_at: '2026-11-25T03:04:04.217Z',
  started_at: '2026-11-25T03:04:04.217Z',
  finished_at: '2026-11-25T03:04:04.841Z',
  symbol: 'TEST',
  timeframe: '1m',
  start: '2024-01-01T00:00:00.000Z',
  end: '2024-01-02T00:00:00.000Z',
  bars: 1440,
  gaps: 0,
};

const RESULTS = {
  metric_reasons: {
    break_even_cost_multiple: 'The run had no slippage, fees or borrow to multiply.',
  },
  ambiguity_band: null,
  attribution: {
    borrow: 0,
    break_even_cost_multiple: null,
    delay: -18.886365539144556,
    fees: 0,
    ideal_pnl: 901.6463810134137,
    net_pnl: 920.532746552577,
    slippage: 0,
  },
  open_trade: null,
  warnings: [
    {
      code: 'ANNUALIZATION_GUESSED',
      message: 'Less than a week of bars: annual figures assume 362880 bars a year.',
    },
  ],
  causal: true,
  validation: {
    permutation:
      'Shuffled markets reached this sharpe in 0 of 3 tries: p = 0.250 ± 0.250. So few tries cannot show an edge: p cannot fall below 0.250.',
  },
};

/** The run of the sample payload, completed. */
export const RUN_EXAMPLE = {
  ...HEAD,
  metrics: METRICS_EXAMPLE,
  ...RESULTS,
  config: NORMAL_CONFIG,
  ...{
    data: {
      bars: 1440,
      data_hash: DATA_HASH,
      symbol: 'TEST',
      timeframe: '1m',
    },
    engine: {
      name: 'projecta',
      semantics_version: 1,
    },
    plugins: [],
  },
  manifest: MANIFEST_EXAMPLE,
  ...{
    selection: {
      trials: 2,
      effective_trials: 1,
      deflated_sharpe: 0.9998739922607919,
      sidak_p: 3.057392460714681e-5,
    },
    error: null,
    timings_ms: {
      artifacts: 412.081,
      data: 16.032,
      indicators: 2.206,
      metrics: 8.085,
      permutation: 100.88,
      simulation: 21.447,
      strategy: 15.888,
    },
  },
  links: runLinks({ kind: 'run', run_hash: RUN_HASH }),
};
