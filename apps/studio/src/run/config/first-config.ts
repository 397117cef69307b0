import type { Draft } from './json.js';

/** What a first visitor finds: candles that need no file, exits that protect, costs that are not zero, and a test of whether chance does as well. A second or two of work. */
export const FIRST_CONFIG = {
  symbol: 'TEST',
  timeframe: '1d',
  start: '2018-01-01',
  end: '2025-01-01',
  strategy: { name: 'dual_sma', params: { fast: 10, slow: 50 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.25 }, stop_loss: 0.08, take_profit: 0.25 },
  execution: { slippage_bps: 2, fee_bps: 5 },
  validation: { permutation: { trials: 200 }, block_bootstrap: { samples: 1000 } },
} as const satisfies Draft;
