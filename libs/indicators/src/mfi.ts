import { defineIndicator, windowOf } from '@projecta/plugin';
import { typicalPrice } from './kernels/typical-price.js';

export const mfi = defineIndicator({
  name: 'mfi',
  title: 'Money flow index',
  description: 'The share of typical price × volume that flowed on rising bars, 0 to 100. Where nothing flowed it is 0.',
  reference: 'TA-Lib MFI; Quong and Soudack (1989)',
  params: { window: windowOf(14) },
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['mfi'],
  warmup: ({ window }) => window,
  compute(columns, { window }, { mfi }) {
    const { volume } = columns;
    const n = mfi.length;
    const flows = new Float64Array(window);
    // Sums over the last bars of the block before, as in movingSum: NaN while there is no block before.
    const inflowBefore = new Float64Array(window).fill(NaN);
    const flowBefore = new Float64Array(window).fill(NaN);
    inflowBefore[0] = 0;
    flowBefore[0] = 0;
    let previous = n > 0 ? typicalPrice(columns, 0) : 0;
    for (let start = 1; start < n; start += window) {
      const bars = Math.min(window, n - start);
      let inflow = 0;
      let flow = 0;
      for (let k = 0; k < bars; k++) {
        const t = start + k;
        const price = typicalPrice(columns, t);
        const signed = (Number(price > previous) - Number(price < previous)) * price * volume[t]!;
        previous = price;
        flows[k] = signed;
        inflow += 0.5 * (Math.abs(signed) + signed);
        flow += Math.abs(signed);
        const all = flow + flowBefore[window - 1 - k]!;
        mfi[t] = all === 0 ? 0 : 100 * ((inflow + inflowBefore[window - 1 - k]!) / all);
      }
      inflow = 0;
      flow = 0;
      for (let last = 1; last < window; last++) {
        const signed = flows[window - last]!;
        inflow += 0.5 * (Math.abs(signed) + signed);
        flow += Math.abs(signed);
        inflowBefore[last] = inflow;
        flowBefore[last] = flow;
      }
    }
  },
});
