/** A day of built-in minutes, with three permutation trials. */
export const SAMPLE = {
  symbol: 'TEST',
  timeframe: '1m',
  start: '2024-01-01',
  end: '2024-01-02',
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
  validation: { permutation: { trials: 3 } },
};

/** Ten daily bars of a symbol of one's own, the last of them after a weekend. */
export const TEN_DAYS_CSV = `Date,Open,High,Low,Close,Volume
2024-01-01,100,102,99,101,1000
2024-01-02,101,103,100,102,1100
2024-01-03,102,104,101,103,0
2024-01-04,103,105,102,104,1300
2024-01-05,104,106,103,105,1400
2024-01-06,105,107,104,106,1500
2024-01-07,106,108,105,107,1600
2024-01-08,107,109,106,108,1700
2024-01-09,108,110,107,109,1800
2024-01-12,109,111,108,110,1900
`;

/** A config that runs on it. */
export const TEN_DAYS = {
  symbol: 'ACME',
  timeframe: '1d',
  start: '2024-01-01',
  end: '2024-02-01',
  strategy: { name: 'momentum', params: { lookback: 2 } },
};

/** A module with strategies that never end, throw, and end their thread. */
export const PLUGINS = `import { defineStrategy } from '@projecta/engine';
const about = { version: '1', title: 'x', description: 'x', params: {} };
export const endless = defineStrategy({ ...about, name: 'endless', onBar() { for (;;); } });
export const thrower = defineStrategy({ ...about, name: 'thrower', onBar() { throw new Error('no luck'); } });
export const leaver = defineStrategy({ ...about, name: 'leaver', onBar() { process.exit(3); } });
`;
