import { defineIndicator, int, real, windowOf } from '@projecta/plugin';
import { bands } from './kernels/bands.js';
import { smooth } from './kernels/smooth.js';
import { averageTrueRange } from './kernels/true-range.js';

export const keltner = defineIndicator({
  name: 'keltner',
  title: 'Keltner channel',
  description: 'The exponential moving average of the close and the bands `k` average true ranges below and above it.',
  reference: 'Keltner (1960) in the form of Raschke: EMA ± k·ATR, Wilder smoothing',
  params: {
    window: windowOf(20),
    k: real({ min: 0, default: 2, unit: 'average true ranges', description: 'Distance of the bands from the middle.' }),
    atr_window: int({ min: 1, max: 100_000, default: 10, unit: 'bars', description: 'Bars of the average true range.' }),
  },
  inputs: ['high', 'low', 'close'],
  outputs: ['lower', 'middle', 'upper'],
  warmup: ({ window, atr_window }) => Math.max(window - 1, atr_window),
  compute(columns, { window, k, atr_window }, { lower, middle, upper }) {
    const to = middle.length;
    const from = Math.max(window - 1, atr_window);
    smooth(columns.close, middle, { from: 0, to, window, weight: 2 / (window + 1) });
    averageTrueRange(columns, upper, atr_window);
    bands({ lower, middle, upper, k, from, to });
    middle.fill(NaN, 0, from);
    upper.fill(NaN, 0, from);
  },
});
