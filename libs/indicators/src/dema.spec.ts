import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { dema } from './dema.js';
import { ema } from './ema.js';
import { expectClose } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of a straight line is the line: it has no lag there', () => {
  const line = Array.from({ length: 40 }, (_, t) => 5 + 2 * t);
  expectClose(computeOnSeries(dema, line, { window: 4 }).dema.subarray(6), line.slice(6), { tolerance: 1e-13 });
});

test('D2: of a constant is that constant', () => {
  const values = computeOnSeries(dema, new Array(100).fill(0.7), { window: 7 }).dema;
  expect(values.subarray(12).every((value) => value === 0.7)).toBe(true);
});

test('is twice the average less the average of the average', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 12 }), (series, window) => {
      const once = computeOnSeries(ema, series, { window }).ema;
      const twice = computeOnSeries(ema, once, { window }).ema;
      expectClose(
        computeOnSeries(dema, series, { window }).dema,
        once.map((value, t) => 2 * value - twice[t]!),
        { tolerance: 1e-14 },
      );
    }),
    RUNS,
  );
});
