import { defineIndicator } from '@projecta/plugin';
import { trueRange } from './kernels/true-range.js';

export const true_range = defineIndicator({
  name: 'true_range',
  title: 'True range',
  description: 'How far the price travelled in a bar, the gap from the previous close included.',
  reference: 'TA-Lib TRANGE; Wilder (1978)',
  params: {},
  inputs: ['high', 'low', 'close'],
  outputs: ['true_range'],
  warmup: () => 1,
  compute({ high, low, close }, _params, { true_range }) {
    trueRange({ high, low, close }, true_range);
  },
});
