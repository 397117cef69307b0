/** A run that takes a moment, with everything that the result view draws. */
export const SMALL_RUN = {
  symbol: 'TEST',
  timeframe: '1h',
  start: '2023-01-01',
  end: '2023-07-01',
  strategy: { name: 'dual_sma', params: { fast: 10, slow: 40 } },
  execution: { slippage_bps: 1, fee_bps: 2 },
  validation: { permutation: { trials: 50 }, block_bootstrap: { samples: 100 }, monte_carlo: { paths: 100 }, walk_forward: { folds: 3 } },
};

/** A run that takes long enough to be watched and stopped. */
export const LONG_RUN = { ...SMALL_RUN, end: '2026-01-01', validation: { permutation: { trials: 20_000 } } };

export const SMALL_SWEEP = {
  base: { ...SMALL_RUN, validation: {} },
  grid: { fast: '5:30:5', slow: '20:100:20' },
  objective: 'sharpe',
  overfitting: { samples: 100 },
};

/** 150 combinations that take long enough to be watched. */
export const LONG_SWEEP = {
  base: { ...SMALL_RUN, timeframe: '1m', end: '2024-01-01', validation: {} },
  grid: { fast: '5:33:2', slow: '40:130:10' },
  objective: 'sharpe',
};
