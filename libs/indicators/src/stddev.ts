import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingDeviation } from './kernels/moving-deviation.js';

export const stddev = defineIndicator({
  name: 'stddev',
  title: 'Standard deviation',
  description: 'The population standard deviation of the last `window` values; exactly 0 where they are equal.',
  reference: 'TA-Lib STDDEV',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['stddev'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { stddev }) {
    forEachRun(source, (from, to) => movingDeviation(source, stddev, { from, to, window, ddof: 0 }));
  },
});
