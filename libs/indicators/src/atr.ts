import { defineIndicator, windowOf } from '@projecta/plugin';
import { averageTrueRange } from './kernels/true-range.js';

export const atr = defineIndicator({
  name: 'atr',
  title: 'Average true range',
  description: "Wilder's average of the true range: the usual distance the price travels in a bar, in price units.",
  reference: 'TA-Lib ATR; Wilder (1978)',
  params: { window: windowOf(14) },
  inputs: ['high', 'low', 'close'],
  outputs: ['atr'],
  warmup: ({ window }) => window,
  compute({ high, low, close }, { window }, { atr }) {
    averageTrueRange({ high, low, close }, atr, window);
  },
});
