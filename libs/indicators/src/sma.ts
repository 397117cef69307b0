import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingMean } from './kernels/moving-mean.js';

export const sma = defineIndicator({
  name: 'sma',
  title: 'Simple moving average',
  description: 'The mean of the last `window` values, rounded once: it never drifts, and of equal values it is exactly that value.',
  reference: 'TA-Lib SMA',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['sma'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { sma }) {
    forEachRun(source, (from, to) => movingMean(source, sma, { from, to, window }));
  },
});
