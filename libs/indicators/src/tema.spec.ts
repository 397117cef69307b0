import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { ema } from './ema.js';
import { expectClose } from './testing/expect-close.twin.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { tema } from './tema.js';

test('of a straight line is the line: it has no lag there', () => {
  const line = Array.from({ length: 40 }, (_, t) => 5 + 2 * t);
  expectClose(computeOnSeries(tema, line, { window: 4 }).tema.subarray(9), line.slice(9), { tolerance: 1e-13 });
});

test('D2: of a constant is that constant', () => {
  const values = computeOnSeries(tema, new Array(100).fill(0.7), { window: 7 }).tema;
  expect(values.subarray(18).every((value) => value === 0.7)).toBe(true);
});

test('is three times the average, less three times its average, plus the average of that', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 12 }), (series, window) => {
      const once = computeOnSeries(ema, series, { window }).ema;
      const twice = computeOnSeries(ema, once, { window }).ema;
      const thrice = computeOnSeries(ema, twice, { window }).ema;
      const naive = once.map((value, t) => 3 * value - 3 * twice[t]! + thrice[t]!);
      expectClose(computeOnSeries(tema, series, { window }).tema, naive, { tolerance: 1e-13 });
    }),
    RUNS,
  );
});
