import { defineIndicator, windowOf } from '@projecta/plugin';
import { movingMax, movingMin } from './kernels/moving-extremes.js';

export const donchian = defineIndicator({
  name: 'donchian',
  title: 'Donchian channel',
  description: 'The highest high and the lowest low of the last `window` bars, the current one included, and the middle between them.',
  reference: 'Donchian (1960); TA-Lib MAX of high, MIN of low',
  params: { window: windowOf(20) },
  inputs: ['high', 'low'],
  outputs: ['lower', 'middle', 'upper'],
  warmup: ({ window }) => window - 1,
  compute({ high, low }, { window }, { lower, middle, upper }) {
    const span = { from: 0, to: high.length, window };
    movingMax(high, upper, span);
    movingMin(low, lower, span);
    for (let t = window - 1; t < middle.length; t++) middle[t] = (lower[t]! + upper[t]!) / 2;
  },
});
