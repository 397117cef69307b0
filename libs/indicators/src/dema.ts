import { defineIndicator, windowOf } from '@projecta/plugin';
import { exactMean } from './kernels/exact-mean.js';
import { forEachRun } from './kernels/for-each-run.js';
import { smooth } from './kernels/smooth.js';
import type { Span } from './kernels/span.js';

export const dema = defineIndicator({
  name: 'dema',
  title: 'Double exponential moving average',
  description: 'Twice an exponential moving average minus its own average: it lags less than either.',
  reference: 'TA-Lib DEMA; Mulloy (1994)',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['dema'],
  warmup: ({ window }) => 2 * (window - 1),
  compute({ source }, { window }, { dema }) {
    forEachRun(source, (from, to) => doubled(source, dema, { from, to, window }));
  },
});

function doubled(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  const start = from + window - 1;
  const first = start + window - 1;
  if (first >= to) return;
  // Of window 1 each average is the value itself, which smoothing by weight 1 would only give up to rounding.
  if (window === 1) return out.set(x.subarray(from, to), from);
  const weight = 2 / (window + 1);
  smooth(x, out, { from, to, window, weight });
  let twice = exactMean(out, start, first + 1);
  out.fill(NaN, start, first);
  out[first] = 2 * out[first]! - twice;
  for (let t = first + 1; t < to; t++) {
    const once = out[t]!;
    twice += weight * (once - twice);
    out[t] = 2 * once - twice;
  }
}
