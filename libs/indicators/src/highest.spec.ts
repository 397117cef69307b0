import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { columnFrom, windowAt } from './testing/expect-close.twin.js';
import { highest } from './highest.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of 3 1 2 5 4 with window 2 is the larger neighbour', () => {
  expect([...computeOnSeries(highest, [3, 1, 2, 5, 4], { window: 2 }).highest]).toEqual([NaN, 3, 2, 5, 5]);
});

test('takes negative values as they are', () => {
  expect([...computeOnSeries(highest, [-3, -1, -2], { window: 3 }).highest]).toEqual([NaN, NaN, -1]);
});

test('is the largest of every window', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 40 }), (series, window) => {
      const naive = columnFrom(series.length, window - 1, (t) => Math.max(...windowAt(series, t, window)));
      expect([...computeOnSeries(highest, series, { window }).highest]).toEqual(naive);
    }),
    RUNS,
  );
});
