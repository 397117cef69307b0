import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingSlope } from './kernels/moving-slope.js';

export const linreg_slope = defineIndicator({
  name: 'linreg_slope',
  title: 'Linear regression slope',
  description: 'The slope of the straight line that fits the last `window` values best (least squares), in units of the series a bar.',
  reference: 'TA-Lib LINEARREG_SLOPE',
  params: { window: windowOf(20, { min: 2 }) },
  inputs: ['source'],
  outputs: ['linreg_slope'],
  warmup: ({ window }) => window - 1,
  compute({ source }, { window }, { linreg_slope }) {
    forEachRun(source, (from, to) => movingSlope(source, linreg_slope, { from, to, window }));
  },
});
