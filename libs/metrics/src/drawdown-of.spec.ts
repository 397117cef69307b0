import { describe, expect, test } from '@jest/globals';
import { drawdownOf, returnsOf } from './index.js';

describe('drawdownOf', () => {
  test('is the equity over its highest so far, less one', () => {
    expect([...drawdownOf(Float64Array.from([100, 80, 120, 60, -12, 150]))]).toEqual([0, 80 / 100 - 1, 0, -0.5, -12 / 120 - 1, 0]);
  });

  test('is 0 before any equity is positive', () => {
    expect([...drawdownOf(Float64Array.from([0, -5, -5, 10, 5]))]).toEqual([0, 0, 0, 0, -0.5]);
  });
});

test('returns and drawdowns are written to the start of what is given', () => {
  const equity = Float64Array.from([100, 50, 75]);
  const out = new Float64Array(5).fill(9);
  expect([...returnsOf(equity, out)]).toEqual([-0.5, 0.5]);
  expect([...out]).toEqual([-0.5, 0.5, 9, 9, 9]);
  expect([...drawdownOf(equity, out)]).toEqual([0, -0.5, -0.25]);
  expect([...out]).toEqual([0, -0.5, -0.25, 9, 9]);
});

test('one bar has no return', () => expect(returnsOf(Float64Array.from([5]))).toHaveLength(0));
