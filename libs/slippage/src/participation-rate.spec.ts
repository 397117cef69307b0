import { describe, expect, test } from '@jest/globals';
import { participation_rate } from './participation-rate.js';
import { marketOf, slipOf } from './slip-of.twin.js';

const close = [100, 100, 100];

describe('participation_rate', () => {
  test("A22: is a fraction times this fill's share of the fill bar's volume: 0.5 · 25/100 moves an eighth", () => {
    const slip = slipOf(participation_rate, marketOf(close, [1, 100, 1]), { participation_pct: 0.5 });
    expect(slip(100, 1, 25, 1, 0)).toBe(112.5);
    expect(slip(100, -1, 25, 1, 0)).toBe(87.5);
  });

  test('moves at most the whole price: a sell fills at 0, a buy at twice', () => {
    const slip = slipOf(participation_rate, marketOf(close, [10, 10, 10]), { participation_pct: 0.1 });
    expect(slip(100, -1, 1000, 1, 0)).toBe(0);
    expect(slip(100, 1, 1000, 1, 0)).toBe(200);
  });

  test('no volume, of the bar or of the data: no slippage', () => {
    expect(slipOf(participation_rate, marketOf(close, [10, 0, 10]), { participation_pct: 0.1 })(100, 1, 5, 1, 0)).toBe(100);
    expect(slipOf(participation_rate, marketOf(close), { participation_pct: 0.1 })(100, 1, 5, 1, 0)).toBe(100);
  });
});
