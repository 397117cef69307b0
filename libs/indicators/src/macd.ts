import { defineIndicator, int } from '@projecta/plugin';
import { exactMean } from './kernels/exact-mean.js';
import { forEachRun } from './kernels/for-each-run.js';

export const macd = defineIndicator({
  name: 'macd',
  title: 'Moving average convergence/divergence',
  description: 'A fast minus a slow exponential moving average, its own average as signal line, and the distance between the two.',
  reference: 'TA-Lib MACD; Appel (1979)',
  params: {
    fast: int({ min: 1, max: 100_000, default: 12, unit: 'bars', description: 'Bars of the fast average.' }),
    slow: int({ min: 2, max: 100_000, default: 26, unit: 'bars', description: 'Bars of the slow average.' }),
    signal: int({ min: 1, max: 100_000, default: 9, unit: 'bars', description: 'Bars of the signal line.' }),
  },
  inputs: ['source'],
  outputs: ['macd', 'signal', 'histogram'],
  warmup: ({ slow, signal }) => slow + signal - 2,
  check: ({ fast, slow }) =>
    fast < slow ? undefined : { param: 'fast', message: `fast (${fast}) must be below slow (${slow}), or the line has no meaning.` },
  compute({ source }, params, outputs) {
    forEachRun(source, (from, to) => convergence(source, { ...params, from, to }, outputs));
  },
});

interface Convergence {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
  readonly from: number;
  readonly to: number;
}
type Outputs = Readonly<Record<'macd' | 'signal' | 'histogram', Float64Array>>;

/** TA-Lib starts both averages at the same bar: the fast one's seed is the mean of the `fast` values that end where the slow one's seed does. */
function convergence(x: Float64Array, { fast, slow, signal, from, to }: Convergence, out: Outputs): void {
  const { macd, signal: signalLine, histogram } = out;
  const start = from + slow - 1;
  const first = start + signal - 1;
  if (first >= to) return;
  const fastWeight = 2 / (fast + 1);
  const slowWeight = 2 / (slow + 1);
  const signalWeight = 2 / (signal + 1);
  let quick = exactMean(x, start + 1 - fast, start + 1);
  let steady = exactMean(x, from, start + 1);
  macd[start] = quick - steady;
  for (let t = start + 1; t <= first; t++) {
    quick += fastWeight * (x[t]! - quick);
    steady += slowWeight * (x[t]! - steady);
    macd[t] = quick - steady;
  }
  let smoothed = exactMean(macd, start, first + 1);
  macd.fill(NaN, start, first);
  signalLine[first] = smoothed;
  histogram[first] = macd[first]! - smoothed;
  for (let t = first + 1; t < to; t++) {
    quick += fastWeight * (x[t]! - quick);
    steady += slowWeight * (x[t]! - steady);
    const line = quick - steady;
    smoothed += signalWeight * (line - smoothed);
    macd[t] = line;
    signalLine[t] = smoothed;
    histogram[t] = line - smoothed;
  }
}
