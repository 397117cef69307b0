import { defineIndicator, windowOf } from '@projecta/plugin';
import { exactMean } from './kernels/exact-mean.js';
import { stretchedRange } from './kernels/true-range.js';

export const adx = defineIndicator({
  name: 'adx',
  title: 'Average directional index',
  description:
    'How strong a trend is, 0 to 100, whatever its direction; plus_di and minus_di say how much of the movement goes up and down.',
  reference: 'TA-Lib ADX, PLUS_DI, MINUS_DI; Wilder (1978)',
  params: { window: windowOf(14) },
  inputs: ['high', 'low', 'close'],
  outputs: ['adx', 'plus_di', 'minus_di'],
  warmup: ({ window }) => ({ adx: 2 * window - 1, plus_di: window, minus_di: window }),
  compute({ high, low, close }, { window }, { adx, plus_di, minus_di }) {
    const n = close.length;
    const weight = 1 / window;
    const kept = (window - 1) / window;
    const first = 2 * window - 1;
    let plus = 0;
    let minus = 0;
    let range = 0;
    let index = 0;
    for (let t = 1; t < n; t++) {
      const up = high[t]! - high[t - 1]!;
      const down = low[t - 1]! - low[t]!;
      const decay = t < window ? 1 : kept;
      // The larger move counts if it is positive: |x| + x is twice that, without a branch.
      plus = plus * decay + Number(up > down) * 0.5 * (Math.abs(up) + up);
      minus = minus * decay + Number(down > up) * 0.5 * (Math.abs(down) + down);
      range = range * decay + stretchedRange(high[t]!, low[t]!, close[t - 1]!);
      if (t < window) continue;

      plus_di[t] = range === 0 ? 0 : 100 * (plus / range);
      minus_di[t] = range === 0 ? 0 : 100 * (minus / range);
      const moves = plus + minus;
      if (t <= first) {
        adx[t] = moves === 0 ? 0 : 100 * (Math.abs(plus - minus) / moves);
        if (t === first) index = exactMean(adx, window, first + 1);
      } else if (moves !== 0) index += (100 * (Math.abs(plus - minus) / moves) - index) * weight;
      if (t >= first) adx[t] = index;
    }
    adx.fill(NaN, 0, first);
  },
});
