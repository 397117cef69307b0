import { defineIndicator, real, windowOf } from '@projecta/plugin';
import { averageTrueRange } from './kernels/true-range.js';

export const supertrend = defineIndicator({
  name: 'supertrend',
  title: 'Supertrend',
  description:
    'A trailing band `k` average true ranges from the middle of the bar, below the price in a rise (direction 1) and above it in a fall (−1).',
  reference: 'Seban (2009): bands only tighten while the close stays inside; starts long at bar `window`; Wilder ATR',
  params: {
    window: windowOf(10),
    k: real({ min: 0, default: 3, unit: 'average true ranges', description: 'Distance of the band from the middle of the bar.' }),
  },
  inputs: ['high', 'low', 'close'],
  outputs: ['supertrend', 'direction'],
  warmup: ({ window }) => window,
  compute(columns, { window, k }, { supertrend, direction }) {
    const { high, low, close } = columns;
    averageTrueRange(columns, supertrend, window);
    let lower = -Infinity;
    let upper = Infinity;
    let trend = 1;
    for (let t = window; t < close.length; t++) {
      const middle = (high[t]! + low[t]!) / 2;
      const distance = k * supertrend[t]!;
      // A band follows the price towards it only, until the previous close has broken it.
      const before = close[t - 1]!;
      lower = before < lower ? middle - distance : Math.max(lower, middle - distance);
      upper = before > upper ? middle + distance : Math.min(upper, middle + distance);
      if (t > window) {
        if (trend === 1 && close[t]! < lower) trend = -1;
        else if (trend === -1 && close[t]! > upper) trend = 1;
      }
      supertrend[t] = trend === 1 ? lower : upper;
      direction[t] = trend;
    }
  },
});
