import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingWeightedMean } from './kernels/moving-weighted-mean.js';

export const wma = defineIndicator({
  name: 'wma',
  title: 'Weighted moving average',
  description: 'A mean of the last `window` values whose weights rise evenly from 1 for the oldest to `window` for the newest.',
  reference: 'TA-Lib WMA',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['wma'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { wma }) {
    forEachRun(source, (from, to) => movingWeightedMean(source, wma, { from, to, window }));
  },
});
