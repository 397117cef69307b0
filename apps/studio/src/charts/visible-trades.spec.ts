import { expect, test } from '@jest/globals';
import { visibleTrades } from './visible-trades.js';

const trades = [
  { entry_bar: 2, exit_bar: 5 },
  { entry_bar: 5, exit_bar: 9 },
  { entry_bar: 20, exit_bar: 20 },
];

test.each([
  [0, 1, []],
  [0, 2, [0]],
  [5, 5, [0, 1]],
  [6, 19, [1]],
  [10, 19, []],
  [20, 99, [2]],
  [21, 99, []],
  [-9, 99, [0, 1, 2]],
])('bars %p to %p are touched by %p', (from, to, touched) => {
  const [first, end] = visibleTrades(trades, from, to);
  expect(trades.map((_, i) => i).slice(first, Math.max(first, end))).toEqual(touched);
});
