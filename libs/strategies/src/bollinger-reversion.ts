import { bollinger } from '@projecta/indicators';
import { defineStrategy, real, windowOf } from '@projecta/plugin';

/** Mean reversion from outside the Bollinger bands to their middle. */
export const bollinger_reversion = defineStrategy({
  name: 'bollinger_reversion',
  title: 'Bollinger reversion',
  description:
    'Long when the close falls below the lower band, short when it rises above the upper one, flat once it is back at the middle.',
  reference: 'Bollinger (2001) for the bands; population standard deviation as in TA-Lib',
  params: {
    window: windowOf(20),
    k: real({ min: 0, default: 2, unit: 'standard deviations', description: 'How far the bands lie from the middle.' }),
  },
  inputs: ['close'],
  features: ({ window, k }) => ({ bands: bollinger.of({ window, k }) }),
  target({ close, bands: { lower, middle, upper } }, _params, out) {
    let side = 0;
    for (let t = 0; t < out.length; t++) {
      const price = close[t]!;
      const centre = middle[t]!;
      if (price < lower[t]!) side = 1;
      else if (price > upper[t]!) side = -1;
      else if (side > 0 ? price >= centre : price <= centre) side = 0;
      // Undefined bands pass none of the comparisons and are no opinion.
      out[t] = centre === centre ? side : NaN;
    }
  },
});
