import { defineStrategy, int } from '@projecta/plugin';

/** Sign of the change of the close over a number of bars. */
export const momentum = defineStrategy({
  name: 'momentum',
  title: 'Momentum',
  description: 'Long when the close is above the one `lookback` bars ago, short when it is below, flat when it is equal.',
  reference: 'Moskowitz, Ooi and Pedersen (2012), time series momentum',
  params: {
    lookback: int({ min: 1, max: 100_000, default: 20, unit: 'bars', description: 'How many bars back the close is compared with.' }),
  },
  inputs: ['close'],
  warmup: ({ lookback }) => lookback,
  target({ close }, { lookback }, out) {
    for (let t = lookback; t < out.length; t++) {
      const now = close[t]!;
      const before = close[t - lookback]!;
      out[t] = now > before ? 1 : now < before ? -1 : 0;
    }
  },
});
