import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { expectClose } from './testing/expect-close.twin.js';
import { hma } from './hma.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { wma } from './wma.js';

test('of window 4 on 1 2 4 8 16 is worked out by hand', () => {
  // WMA 2: 5/3 10/3 20/3 40/3 from bar 1; WMA 4: 49/10, 98/10 from bar 3; twice the half less the whole: 253/30, 506/30.
  expectClose(computeOnSeries(hma, [1, 2, 4, 8, 16], { window: 4 }).hma, [NaN, NaN, NaN, NaN, (253 / 30 + (2 * 506) / 30) / 3], {
    tolerance: 1e-15,
  });
});

test('of a constant is that constant', () => {
  const values = computeOnSeries(hma, new Array(100).fill(0.7), { window: 20 }).hma;
  expect(values.subarray(22).every((value) => value === 0.7)).toBe(true);
});

test('D7: is WMA(2·WMA(n//2) − WMA(n), floor(sqrt n))', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 2, max: 40 }), (series, window) => {
      const half = computeOnSeries(wma, series, { window: Math.floor(window / 2) }).wma;
      const whole = computeOnSeries(wma, series, { window }).wma;
      const raw = half.map((value, t) => 2 * value - whole[t]!);
      expect(computeOnSeries(hma, series, { window }).hma).toEqual(
        computeOnSeries(wma, raw, { window: Math.floor(Math.sqrt(window)) }).wma,
      );
    }),
    RUNS,
  );
});
