import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, windowAt } from './testing/expect-close.twin.js';
import { lowest } from './lowest.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of 3 1 2 5 4 with window 2 is the smaller neighbour', () => {
  expect([...computeOnSeries(lowest, [3, 1, 2, 5, 4], { window: 2 }).lowest]).toEqual([NaN, 1, 1, 2, 4]);
});

test('takes negative values as they are', () => {
  expect([...computeOnSeries(lowest, [-3, 1, 2], { window: 3 }).lowest]).toEqual([NaN, NaN, -3]);
});

test('is the smallest of every window', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 40 }), (series, window) => {
      const naive = columnFrom(series.length, window - 1, (t) => Math.min(...windowAt(series, t, window)));
      expect([...computeOnSeries(lowest, series, { window }).lowest]).toEqual(naive);
    }),
    RUNS,
  );
});
