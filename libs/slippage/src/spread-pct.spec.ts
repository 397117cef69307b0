import { describe, expect, test } from '@jest/globals';
import { none } from './none.js';
import { spread_pct } from './spread-pct.js';
import { marketOf, slipOf } from './slip-of.twin.js';

const market = marketOf([100, 100]);

describe('none', () => {
  test('fills at the base price', () => {
    const slip = slipOf(none, market);
    expect(slip(99.99, 1, 1e9, 1, 0)).toBe(99.99);
    expect(slip(99.99, -1, 1e9, 1, 0)).toBe(99.99);
  });
});

describe('spread_pct', () => {
  test('A22: is a fraction, half of it on either side: 0.25 of 100 is a bid of 87.5 and an ask of 112.5', () => {
    const slip = slipOf(spread_pct, market, { spread_pct: 0.25 });
    expect(slip(100, 1, 1, 1, 0)).toBe(112.5);
    expect(slip(100, -1, 1, 1, 0)).toBe(87.5);
  });

  test('does not depend on the quantity, nor on volume', () => {
    const slip = slipOf(spread_pct, market, { spread_pct: 0.5 });
    expect(slip(8, 1, 1e12, 1, 0)).toBe(slip(8, 1, 1e-12, 1, 0));
    expect(slipOf(spread_pct, marketOf([8, 8], [0, 0]), { spread_pct: 0.5 })(8, 1, 1, 1, 0)).toBe(10);
  });

  test('a sell price is 0 where the spread is more than twice the price', () => {
    const slip = slipOf(spread_pct, market, { spread_pct: 2.5 });
    expect(slip(100, -1, 1, 1, 0)).toBe(0);
    expect(slip(100, 1, 1, 1, 0)).toBe(225);
  });

  test('of 0 is the base price', () => {
    expect(slipOf(spread_pct, market, { spread_pct: 0 })(0.1, -1, 1, 1, 0)).toBe(0.1);
  });
});
