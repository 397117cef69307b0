import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingMin } from './kernels/moving-extremes.js';

export const lowest = defineIndicator({
  name: 'lowest',
  title: 'Lowest value',
  description: 'The smallest of the last `window` values, the current one included.',
  reference: 'TA-Lib MIN',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['lowest'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { lowest }) {
    forEachRun(source, (from, to) => movingMin(source, lowest, { from, to, window }));
  },
});
