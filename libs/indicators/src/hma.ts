import { defineIndicator, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingWeightedMean } from './kernels/moving-weighted-mean.js';
import type { Span } from './kernels/span.js';

export const hma = defineIndicator({
  name: 'hma',
  title: 'Hull moving average',
  description: 'A weighted mean of twice the half-window weighted mean minus the whole-window one: smooth, with little lag.',
  reference: 'Hull (2005): WMA(2·WMA(n/2) − WMA(n), √n), halves and roots rounded down',
  params: { window: windowOf(20, { min: 2 }) },
  inputs: ['source'],
  outputs: ['hma'],
  warmup: ({ window }) => window - 1 + Math.floor(Math.sqrt(window)) - 1,
  compute({ source }, { window }, { hma }) {
    const scratch = new Float64Array(source.length);
    forEachRun(source, (from, to) => hull(source, hma, { from, to, window, scratch }));
  },
});

function hull(x: Float64Array, out: Float64Array, { from, to, window, scratch }: Span & { readonly scratch: Float64Array }): void {
  const start = from + window - 1;
  const root = Math.floor(Math.sqrt(window));
  const first = start + root - 1;
  if (first >= to) return;
  movingWeightedMean(x, out, { from, to, window: Math.floor(window / 2) });
  movingWeightedMean(x, scratch, { from, to, window });
  for (let t = start; t < to; t++) scratch[t] = 2 * out[t]! - scratch[t]!;
  movingWeightedMean(scratch, out, { from: start, to, window: root });
  out.fill(NaN, from, first);
}
