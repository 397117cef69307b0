import { defineIndicator, real, windowOf } from '@projecta/plugin';
import { bands } from './kernels/bands.js';
import { forEachRun } from './kernels/for-each-run.js';
import { movingDeviation } from './kernels/moving-deviation.js';
import { movingMean } from './kernels/moving-mean.js';

export const bollinger = defineIndicator({
  name: 'bollinger',
  title: 'Bollinger bands',
  description: 'The simple moving average and the bands `k` population standard deviations of the same window below and above it.',
  reference: 'TA-Lib BBANDS',
  params: {
    window: windowOf(20),
    k: real({ min: 0, default: 2, unit: 'standard deviations', description: 'Distance of the bands from the middle.' }),
  },
  inputs: ['source'],
  outputs: ['lower', 'middle', 'upper'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window, k }, { lower, middle, upper }) {
    forEachRun(source, (from, to) => {
      movingMean(source, middle, { from, to, window });
      movingDeviation(source, upper, { from, to, window, ddof: 0 });
      bands({ lower, middle, upper, k, from: from + window - 1, to });
    });
  },
});
