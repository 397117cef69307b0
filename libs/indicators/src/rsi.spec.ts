import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, expectClose } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { rsi } from './rsi.js';

test('of gains 3 and losses 1 is 75, then smooths as Wilder does', () => {
  // Window 2: bar 2 has gains 3/2 and losses 1/2; bar 3 gains (1.5 + 1)/2 and losses 0.5/2.
  const [, , second, third] = computeOnSeries(rsi, [10, 13, 12, 13], { window: 2 }).rsi;
  expect(second).toBe(75);
  expect(third).toBeCloseTo(125 / 1.5, 12);
});

test('D3: RSI without any change is 50', () => {
  expect([...computeOnSeries(rsi, new Array(5).fill(7), { window: 2 }).rsi]).toEqual([NaN, NaN, 50, 50, 50]);
});

test('of nothing but gains is 100 and of nothing but losses 0', () => {
  const rise = Array.from({ length: 30 }, (_, t) => 1 + t / 3);
  expect(
    computeOnSeries(rsi, rise)
      .rsi.subarray(14)
      .every((value) => value === 100),
  ).toBe(true);
  expect(
    computeOnSeries(rsi, rise.toReversed())
      .rsi.subarray(14)
      .every((value) => value === 0),
  ).toBe(true);
});

test('stays where it is while the price does, however long', () => {
  const values = computeOnSeries(rsi, [5, 6, 5.5, ...new Array(20_000).fill(5.7), 5.8], { window: 2 }).rsi;
  expect(values.subarray(3, 20_003).every((value) => value === values[3])).toBe(true);
  expect(values[20_003]).toBe(100);
});

test('is the share of smoothed gains', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 20 }), (series, window) => {
      const average = (t: number, sign: number): number => {
        const move = (i: number) => Math.max(sign * (series[i]! - series[i - 1]!), 0);
        let mean = 0;
        for (let i = 1; i <= window; i++) mean += move(i) / window;
        for (let i = window + 1; i <= t; i++) mean = (mean * (window - 1) + move(i)) / window;
        return mean;
      };
      const naive = columnFrom(series.length, window, (t) => {
        const gain = average(t, 1);
        const loss = average(t, -1);
        return gain + loss === 0 ? 50 : (100 * gain) / (gain + loss);
      });
      // Where the window is 1 a flat bar has no average of its own: the value of the last change stays.
      if (window > 1) expectClose(computeOnSeries(rsi, series, { window }).rsi, naive, { scale: 1 });
    }),
    RUNS,
  );
});
