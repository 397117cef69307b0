import { defineIndicator, windowOf } from '@projecta/plugin';
import { exactMean } from './kernels/exact-mean.js';
import { forEachRun } from './kernels/for-each-run.js';
import { smooth } from './kernels/smooth.js';
import type { Span } from './kernels/span.js';

export const tema = defineIndicator({
  name: 'tema',
  title: 'Triple exponential moving average',
  description:
    'Three times an exponential moving average, minus three times its average, plus the average of that: it lags least of the three.',
  reference: 'TA-Lib TEMA; Mulloy (1994)',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['tema'],
  warmup: ({ window }) => 3 * (window - 1),
  compute({ source }, { window }, { tema }) {
    forEachRun(source, (from, to) => tripled(source, tema, { from, to, window }));
  },
});

function tripled(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  const start = from + window - 1;
  const second = start + window - 1;
  const first = second + window - 1;
  if (first >= to) return;
  // Of window 1 each average is the value itself, which smoothing by weight 1 would only give up to rounding.
  if (window === 1) return out.set(x.subarray(from, to), from);
  const weight = 2 / (window + 1);
  smooth(x, out, { from, to, window, weight });

  const seeds = new Float64Array(window);
  let twice = exactMean(out, start, second + 1);
  seeds[0] = twice;
  for (let t = second + 1; t <= first; t++) {
    twice += weight * (out[t]! - twice);
    seeds[t - second] = twice;
  }
  let thrice = exactMean(seeds, 0, window);
  out.fill(NaN, start, first);
  out[first] = 3 * (out[first]! - twice) + thrice;
  for (let t = first + 1; t < to; t++) {
    const once = out[t]!;
    twice += weight * (once - twice);
    thrice += weight * (twice - thrice);
    out[t] = 3 * (once - twice) + thrice;
  }
}
