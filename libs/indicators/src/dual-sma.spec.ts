import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { dual_sma } from './dual-sma.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';
import { sma } from './sma.js';

test('is two simple moving averages, each from its own bar on', () => {
  fc.assert(
    fc.property(randomSeries(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 21, max: 40 }), (series, fast, slow) => {
      const columns = computeOnSeries(dual_sma, series, { fast, slow });
      expect(columns.fast).toEqual(computeOnSeries(sma, series, { window: fast }).sma);
      expect(columns.slow).toEqual(computeOnSeries(sma, series, { window: slow }).sma);
    }),
    RUNS,
  );
});

test('the two means of a constant are equal', () => {
  const { fast, slow } = computeOnSeries(dual_sma, [12, 0.3, ...new Array(200).fill(0.1)], { short_window: 7, long_window: 33 });
  expect(fast.subarray(40)).toEqual(slow.subarray(40));
});

test('B2: fast >= slow is refused', () => {
  expect(() => computeOnSeries(dual_sma, [1], { fast: 50, slow: 50 })).toThrow('Indicator dual_sma');
});
