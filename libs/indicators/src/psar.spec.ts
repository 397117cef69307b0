import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { psar } from './psar.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('rises towards the extreme by 2 % more at each new one, never into the last two bars', () => {
  const bars = barsOf([
    [10, 9, 9.5],
    [11, 10, 10.5],
    [12, 11, 11.5],
    [13, 12, 12.5],
    [14, 13, 13.5],
  ]);
  // From 9: extreme 11 at 2 %; the next bar's extreme 12 at 4 %; then 13 at 6 %.
  const second = 9 + 0.02 * (11 - 9);
  const third = second + 0.04 * (12 - second);
  const [before, ...levels] = computeOn(psar, bars).psar;
  expect(before).toBeNaN();
  expect(levels[0]).toBe(9);
  expect(levels[1]).toBeCloseTo(second, 14);
  expect(levels[2]).toBeCloseTo(third, 14);
  expect(levels[3]).toBeCloseTo(third + 0.06 * (13 - third), 14);
});

test('turns to the extreme when the price touches it', () => {
  const bars = barsOf([
    [10, 9, 9.5],
    [11, 10, 10.5],
    [10, 9, 9],
    [9, 8, 8],
  ]);
  const levels = computeOn(psar, bars).psar;
  // The level 9.04 lies above the low 9: short now, from the highest high.
  expect(levels[2]).toBe(11);
  expect(levels[3]).toBe(11);
});

test('starts short when the second bar moves down more than up', () => {
  const fall = barsOf([
    [10, 9, 9.5],
    [9.5, 7, 8],
    [9, 6, 7],
  ]);
  expect(computeOn(psar, fall).psar[1]).toBe(10);
  const outside = barsOf([
    [10, 9, 9.5],
    [12, 8, 10],
    [12, 9, 10],
  ]);
  // Long from 9, and touched at once: turned to the extreme.
  expect(computeOn(psar, outside).psar[1]).toBe(12);
});

test('an acceleration above the maximum counts as the maximum', () => {
  fc.assert(
    fc.property(randomCandles(), (candles) => {
      const clipped = computeOn(psar, candles, { acceleration: 0.5, maximum: 0.1 }).psar;
      expect(clipped).toEqual(computeOn(psar, candles, { acceleration: 0.1, maximum: 0.1 }).psar);
    }),
    RUNS,
  );
});

test('lies outside of every bar but those on which it turns', () => {
  fc.assert(
    fc.property(randomCandles(), (candles) => {
      const levels = computeOn(psar, candles).psar;
      for (let t = 1; t < levels.length; t++) expect(levels[t]! <= candles.low[t]! || levels[t]! >= candles.high[t]!).toBe(true);
    }),
    RUNS,
  );
});
