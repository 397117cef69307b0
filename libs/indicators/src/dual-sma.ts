import { defineIndicator, int } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingMean } from './kernels/moving-mean.js';

export const dual_sma = defineIndicator({
  name: 'dual_sma',
  title: 'Dual simple moving average',
  description: 'A fast and a slow simple moving average of the same series, as the crossover strategy of that name reads them.',
  reference: 'TA-Lib SMA, twice',
  params: {
    fast: int({ min: 1, max: 100_000, default: 10, unit: 'bars', description: 'Bars of the shorter mean.', aliases: ['short_window'] }),
    slow: int({ min: 2, max: 100_000, default: 50, unit: 'bars', description: 'Bars of the longer mean.', aliases: ['long_window'] }),
  },
  inputs: ['source'],
  outputs: ['fast', 'slow'],
  warmup: ({ fast, slow }) => ({ fast: fast - 1, slow: slow - 1 }),
  check: ({ fast, slow }) =>
    fast < slow ? undefined : { param: 'fast', message: `fast (${fast}) must be below slow (${slow}), or the two means say the same.` },
  compute({ source }, params, { fast, slow }) {
    forEachRun(source, (from, to) => {
      movingMean(source, fast, { from, to, window: params.fast });
      movingMean(source, slow, { from, to, window: params.slow });
    });
  },
});
