import { rsi } from '@projecta/indicators';
import { defineStrategy, real, windowOf } from '@projecta/plugin';

const MIDLINE = 50;

/** Mean reversion on the relative strength index of the close. */
export const rsi_reversion = defineStrategy({
  name: 'rsi_reversion',
  title: 'RSI reversion',
  description: 'Long when the RSI of the close falls below `oversold`, short when it rises above `overbought`, flat once it is back at 50.',
  reference: 'Wilder (1978) for the indicator',
  params: {
    window: windowOf(14),
    oversold: real({ min: 0, max: 100, default: 30, description: 'An RSI below this opens a long.' }),
    overbought: real({ min: 0, max: 100, default: 70, description: 'An RSI above this opens a short.' }),
  },
  check({ oversold, overbought }) {
    if (oversold <= overbought) return undefined;
    return {
      param: 'oversold',
      message: `"oversold" must not be above "overbought": between ${overbought} and ${oversold} both would hold.`,
    };
  },
  features: ({ window }) => ({ strength: rsi.of({ window }) }),
  target({ strength }, { oversold, overbought }, out) {
    let side = 0;
    for (let t = 0; t < out.length; t++) {
      const value = strength[t]!;
      if (value < oversold) side = 1;
      else if (value > overbought) side = -1;
      else if (side > 0 ? value >= MIDLINE : value <= MIDLINE) side = 0;
      // An undefined RSI passes none of the comparisons and is no opinion.
      out[t] = value === value ? side : NaN;
    }
  },
});
