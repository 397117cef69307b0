import { expect, test } from '@jest/globals';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { exactMeanOf } from './testing/exact-rational.twin.js';
import { generator } from './testing/random-candles.twin.js';
import { obv } from './obv.js';

test('starts with the first volume, adds on a rise, takes away on a fall and stays on an equal close', () => {
  const bars = barsOf([
    [5, 5, 5, 100],
    [6, 6, 6, 30],
    [6, 6, 6, 70],
    [4, 4, 4, 50],
  ]);
  expect([...computeOn(obv, bars).obv]).toEqual([100, 130, 130, 80]);
});

test('of a constant close is the first volume', () => {
  expect(computeOn(obv, barsOf(new Array(9).fill([1, 1, 1, 0.3] as const))).obv.every((value) => value === 0.3)).toBe(true);
});

test('after 20,000 bars is the exact sum, rounded once', () => {
  const next = generator(2);
  const rows = Array.from({ length: 20_000 }, () => [9, 1, 1 + next(), next() * 1e6] as const);
  const signed = rows.map(([, , close, volume], t) => (t === 0 ? volume : Math.sign(close - rows[t - 1]![2]) * volume));
  expect(computeOn(obv, barsOf(rows)).obv.at(-1)).toBe(exactMeanOf(signed) * 20_000);
});
