import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingMax } from './kernels/moving-extremes.js';

export const highest = defineIndicator({
  name: 'highest',
  title: 'Highest value',
  description: 'The largest of the last `window` values, the current one included.',
  reference: 'TA-Lib MAX',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['highest'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { highest }) {
    forEachRun(source, (from, to) => movingMax(source, highest, { from, to, window }));
  },
});
