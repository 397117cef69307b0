/** The sample payload of the README. */
export const SAMPLE_CONFIG = {
  ...{ symbol: 'TEST', timeframe: '1m', start: '2024-01-01', end: '2024-01-02' },
  indicators: [
    { name: 'sma', params: { window: 5 } },
    { name: 'sma', params: { window: 15 } },
  ],
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.1 } },
  execution: { slippage_bps: 0, fee_bps: 0, borrow_cost_bps: 0 },
  validation: { permutation: { trials: 3 } },
  seed: 42,
};

const YEAR = { symbol: 'TEST', timeframe: '1h', start: '2023-01-01', end: '2024-01-01' };
const CROSSING = { name: 'ema_cross', params: { fast: 24, slow: 120 } };
const COSTS = { fee_bps: 2, slippage_bps: 1 };

/** RunConfigs that show what there is: all of it, and each validation method with its settings. */
export const CONFIG_EXAMPLES: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>> = {
  sample: { summary: 'The sample payload', value: SAMPLE_CONFIG },
  least: {
    summary: 'The least that a run needs',
    value: { ...YEAR, strategy: { name: 'buy_and_hold' } },
  },
  advanced: {
    summary: 'Stops, costs that depend on volume, features kept, own annualisation',
    value: {
      ...{ symbol: 'TEST', timeframe: '15m', start: '2024-01-01T09:30:00+01:00', end: 1_706_745_600_000 },
      indicators: [{ name: 'macd' }, { name: 'sma', params: { window: 50, source: 'volume' } }],
      features: true,
      strategy: { name: 'donchian_breakout', params: { entry: 55, exit: 20 } },
      risk: {
        ...{ model: 'volatility_target', params: { target_vol: 0.2, lookback: 96 }, max_leverage: 2, rebalance: { band: 0.1 } },
        ...{ stop_loss: 0.02, take_profit: 0.05, trailing_stop: 0.03, max_bars_held: 96 },
      },
      execution: {
        ...{
          fill_price: 'typical_next',
          sizing: 'fill',
          slippage_model: { model: 'sqrt_impact', params: { coefficient: 1, lookback: 96 } },
        },
        ...{ slippage_bps: 0.5, fee_bps: 1, fee_per_unit: 0.001, fee_fixed: 0.1, fee_min: 0.35, borrow_cost_bps: 50 },
        ...{ lot_size: 0.01, volume_limit: 0.1, zero_volume: 'drop', flatten_end: false, initial_cash: 250_000 },
      },
      metrics: { annualization: 35_040, risk_free: 0.03 },
      seed: 7,
    },
  },
  aliases: {
    summary: 'Names that users of other libraries write',
    value: {
      ...YEAR,
      indicators: [{ name: 'rsi', params: { length: 14 } }],
      strategy: { name: 'dual_sma', params: { short_window: 10, long_window: 40 } },
      validation: { permutation: { n_iter: 100 } },
    },
  },
  permutation: {
    summary: 'Validation: does chance do as well? Decisions rotated in time',
    value: {
      ...{ ...YEAR, strategy: CROSSING, execution: COSTS },
      validation: { permutation: { trials: 1000, method: 'signals', statistic: 'sharpe' } },
    },
  },
  block_bootstrap: {
    summary: 'Validation: how far could the metrics have come out otherwise?',
    value: {
      ...{ ...YEAR, strategy: CROSSING, execution: COSTS },
      validation: {
        block_bootstrap: {
          ...{ samples: 2000, method: 'stationary', block_length: 'auto', confidence: 0.9, interval: 'bca' },
          metrics: ['sharpe', 'cagr', 'max_drawdown'],
        },
      },
    },
  },
  monte_carlo: {
    summary: 'Validation: the same trades with worse luck in execution',
    value: {
      ...{ ...YEAR, strategy: CROSSING, execution: COSTS },
      validation: { monte_carlo: { paths: 1000, method: 'execution', ruin_drawdown: 0.3, jitter_bps: 5, delay_probability: 0.1 } },
    },
  },
  walk_forward: {
    summary: 'Validation: parameters chosen on the past, tested on what came after',
    value: {
      ...{ ...YEAR, strategy: CROSSING, execution: COSTS },
      validation: {
        walk_forward: {
          ...{ folds: 6, scheme: 'rolling', embargo: 24, objective: 'sharpe' },
          grid: { fast: [12, 24, 48], slow: [96, 120, 240], long_only: [true, false] },
        },
      },
    },
  },
  overfitting: {
    summary: 'Validation: is the best of the combinations the best by luck?',
    value: {
      ...{ ...YEAR, strategy: CROSSING, execution: COSTS },
      validation: {
        walk_forward: { folds: 4, grid: { fast: [12, 24, 48], slow: [96, 120, 240] } },
        overfitting: { blocks: 16, samples: 1000, benchmark: 'buy_and_hold' },
      },
    },
  },
  causality: {
    summary: 'Validation: the certificate, at more cuts than by default',
    value: { ...YEAR, strategy: CROSSING, validation: { causality: { checks: 200 } } },
  },
};
