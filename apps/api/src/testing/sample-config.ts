/** The sample payload of the README. */
export const SAMPLE = {
  symbol: 'TEST',
  timeframe: '1m',
  start: '2024-01-01',
  end: '2024-01-02',
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
