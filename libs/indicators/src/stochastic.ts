import { defineIndicator, int } from '@projecta/plugin';
import { movingMean } from './kernels/moving-mean.js';
import { rangePosition } from './kernels/range-position.js';

export const stochastic = defineIndicator({
  name: 'stochastic',
  title: 'Slow stochastic oscillator',
  description:
    'Where the close lies in the range of the last `fast_k` bars, 0 to 100, averaged once (k) and once more (d). Without a range it is 0.',
  reference: 'TA-Lib STOCH with simple averages; Lane (1984)',
  params: {
    fast_k: int({ min: 1, max: 100_000, default: 14, unit: 'bars', description: 'Bars of the range.' }),
    slow_k: int({ min: 1, max: 100_000, default: 3, unit: 'bars', description: 'Bars of the mean that makes k.' }),
    slow_d: int({ min: 1, max: 100_000, default: 3, unit: 'bars', description: 'Bars of the mean of k that makes d.' }),
  },
  inputs: ['high', 'low', 'close'],
  outputs: ['k', 'd'],
  warmup: ({ fast_k, slow_k, slow_d }) => fast_k + slow_k + slow_d - 3,
  compute(columns, { fast_k, slow_k, slow_d }, { k, d }) {
    const to = k.length;
    const afterK = fast_k + slow_k - 2;
    rangePosition(columns, d, { from: 0, to, window: fast_k, measuredFrom: 'low' });
    movingMean(d, k, { from: fast_k - 1, to, window: slow_k });
    movingMean(k, d, { from: afterK, to, window: slow_d });
    k.fill(NaN, 0, afterK + slow_d - 1);
    d.fill(NaN, 0, afterK + slow_d - 1);
  },
});
