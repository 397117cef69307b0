import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { smooth } from './kernels/smooth.js';

export const ema = defineIndicator({
  name: 'ema',
  title: 'Exponential moving average',
  description: 'A mean that weighs recent values more, by 2/(window + 1) each bar, seeded by the simple mean of the first `window` values.',
  reference: 'TA-Lib EMA',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['ema'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { ema }) {
    forEachRun(source, (from, to) => smooth(source, ema, { from, to, window, weight: 2 / (window + 1) }));
  },
});
