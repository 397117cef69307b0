import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingDeviation } from './kernels/moving-deviation.js';

export const zscore = defineIndicator({
  name: 'zscore',
  title: 'Z-score',
  description: 'Distance of the value from the mean of its window, in population standard deviations. Where nothing deviates it is 0.',
  reference: '(x − SMA)/STDDEV, both as in TA-Lib',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['zscore'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { zscore }) {
    forEachRun(source, (from, to) => movingDeviation(source, zscore, { from, to, window, ddof: 0, asScore: true }));
  },
});
