import { defineIndicator, int, windowOf } from '@projecta/plugin';
import { forEachRun } from './kernels/for-each-run.js';
import { movingSum } from './kernels/moving-sum.js';
import type { Span } from './kernels/span.js';

export const kama = defineIndicator({
  name: 'kama',
  title: 'Kaufman adaptive moving average',
  description: 'An exponential average that is fast where the price goes straight and slow where it goes to and fro.',
  reference: 'TA-Lib KAMA; Kaufman (1995)',
  params: {
    window: windowOf(10),
    fast: int({ min: 1, max: 100_000, default: 2, unit: 'bars', description: 'Bars of the average in a straight move.' }),
    slow: int({ min: 1, max: 100_000, default: 30, unit: 'bars', description: 'Bars of the average in a move that leads nowhere.' }),
  },
  inputs: ['source'],
  outputs: ['kama'],
  warmup: ({ window }) => window,
  compute({ source }, { window, fast, slow }, { kama }) {
    forEachRun(source, (from, to) => adaptive(source, kama, { from, to, window, fast: 2 / (fast + 1), slow: 2 / (slow + 1) }));
  },
});

interface Weights {
  readonly fast: number;
  readonly slow: number;
}

function adaptive(x: Float64Array, out: Float64Array, { from, to, window, fast, slow }: Span & Weights): void {
  const first = from + window;
  if (first >= to) return;
  for (let t = from + 1; t < to; t++) out[t] = Math.abs(x[t]! - x[t - 1]!);
  movingSum(out, out, { from: from + 1, to, window });
  let average = x[first - 1]!;
  for (let t = first; t < to; t++) {
    const change = x[t]! - x[t - window]!;
    const path = out[t]!;
    // TA-Lib compares with the signed change; without any move the ratio is 1 too.
    const ratio = path <= change || path === 0 ? 1 : Math.abs(change) / path;
    const weight = ratio * (fast - slow) + slow;
    average += weight * weight * (x[t]! - average);
    out[t] = average;
  }
}
