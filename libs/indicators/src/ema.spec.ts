import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { ema } from './ema.js';
import { expectClose, sum } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of 1 2 3 4 8 with window 3 starts with the mean 2 and moves half the way each bar', () => {
  expect([...computeOnSeries(ema, [1, 2, 3, 4, 8], { window: 3 }).ema]).toEqual([NaN, NaN, 2, 3, 5.5]);
});

test('of window 1 is the series', () => {
  expect([...computeOnSeries(ema, [1e-9, 1e9, 3], { window: 1 }).ema]).toEqual([1e-9, 1e9, 3]);
});

test('D2: of a constant is that constant, where α·x + (1 − α)·s drifts', () => {
  const drifted = (window: number) => {
    const weight = 2 / (window + 1);
    let average = 0.1;
    for (let t = 0; t < 300; t++) average = weight * 0.1 + (1 - weight) * average;
    return average !== 0.1;
  };
  const windows = Array.from({ length: 200 }, (_, i) => i + 1);
  for (const window of windows) {
    const averages = computeOnSeries(ema, new Array(400).fill(0.1), { window }).ema;
    expect(averages.subarray(window - 1).every((average) => average === 0.1)).toBe(true);
  }
  expect(windows.filter(drifted).length).toBeGreaterThan(10);
});

test('is the seed and every later value, weighted by powers of 1 − α', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 25 }), (series, window) => {
      const keep = 1 - 2 / (window + 1);
      const naive = [...series.keys()].map((t) => {
        if (t < window - 1) return NaN;
        const seed = sum([...series.slice(0, window)]) / window;
        const later = [...series.slice(window, t + 1)].map((value, i) => value * (1 - keep) * keep ** (t - window - i));
        return seed * keep ** (t - window + 1) + sum(later);
      });
      expectClose(computeOnSeries(ema, series, { window }).ema, naive, { tolerance: 1e-12 });
    }),
    RUNS,
  );
});
