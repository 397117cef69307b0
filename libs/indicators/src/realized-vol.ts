import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingDeviation } from './kernels/moving-deviation.js';

export const realized_vol = defineIndicator({
  name: 'realized_vol',
  title: 'Realised volatility',
  description: 'The sample standard deviation of the last `window` simple returns, a bar and not annualised.',
  reference: 'Sample standard deviation (ddof 1) of simple returns',
  params: { window: windowOf(20, { min: 2 }) },
  inputs: ['source'],
  outputs: ['realized_vol'],
  warmup: ({ window }) => window,
  compute({ source }, { window }, { realized_vol }) {
    simpleReturns(source, realized_vol);
    forEachRun(realized_vol, (from, to) => {
      movingDeviation(realized_vol, realized_vol, { from, to, window, ddof: 1 });
      realized_vol.fill(NaN, from, Math.min(from + window - 1, to));
    });
  },
});

/** A return on a value of 0 does not exist: NaN. */
function simpleReturns(x: Float64Array, out: Float64Array): void {
  for (let t = 1; t < x.length; t++) {
    const before = x[t - 1]!;
    const simpleReturn = (x[t]! - before) / before;
    out[t] = Number.isFinite(simpleReturn) ? simpleReturn : NaN;
  }
}
