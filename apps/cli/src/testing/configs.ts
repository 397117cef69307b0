/** The sample payload of old: built-in data, three permutation trials. */
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

/** Ten daily bars of a symbol of one's own, the last of them after a weekend. */
export const TEN_DAYS_CSV = `Date,Open,High,Low,Close,Adj Close,Volume
2024-01-01,100,102,99,101,50.5,1000
2024-01-02,101,103,100,102,51,1100
2024-01-03,102,104,101,103,51.5,0
2024-01-04,103,105,102,104,52,1300
2024-01-05,104,106,103,105,52.5,1400
2024-01-06,105,107,104,106,53,1500
2024-01-07,106,108,105,107,53.5,1600
2024-01-08,107,109,106,108,54,1700
2024-01-09,108,110,107,109,54.5,1800
2024-01-12,109,111,108,110,55,1900
`;

/** A config that runs on it. */
export const TEN_DAYS = {
  symbol: 'ACME',
  timeframe: '1d',
  start: '2024-01-01',
  end: '2024-02-01',
  strategy: { name: 'momentum', params: { lookback: 2 } },
};
