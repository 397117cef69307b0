import { defineIndicator, windowOf } from '@projecta/plugin';
import { meanDistance } from './kernels/mean-distance.js';

export const cci = defineIndicator({
  name: 'cci',
  title: 'Commodity channel index',
  description: 'Distance of the typical price from its mean, in units of 0.015 mean absolute deviations. Where nothing deviates it is 0.',
  reference: 'TA-Lib CCI; Lambert (1980)',
  params: { window: windowOf(20) },
  inputs: ['high', 'low', 'close'],
  outputs: ['cci'],
  warmup: ({ window }) => window - 1,
  compute({ high, low, close }, { window }, { cci }) {
    // Three times the typical price: a third is not exact, and the index does not depend on scale.
    for (let t = 0; t < cci.length; t++) cci[t] = high[t]! + low[t]! + close[t]!;
    // From the last bar back, so that the typical prices of a window are all still there.
    for (let t = cci.length - 1; t >= window - 1; t--) cci[t] = meanDistance(cci, t, window) / 0.015;
    cci.fill(NaN, 0, window - 1);
  },
});
