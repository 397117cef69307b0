// Fine-print A6, A12, A16, A17: how much an order fills.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort, rounded, type HandMade } from './hand-made.twin.js';

const steady = (n: number, volume?: number) => Array.from({ length: n }, () => flat(100, volume));

describe('A6: buys are clipped to what the cash pays for', () => {
  const buy = (execution: HandMade['execution'], rest: Partial<HandMade> = {}) =>
    both({ bars: steady(3), directions: [1, 1, 1], execution: { ...execution }, ...rest });

  test('A6: under either sizing', () => {
    const bars = [flat(100), flat(125), flat(125)];
    expect(inShort(buy({ sizing: 'decision' }, { bars }))).toEqual([[1, 8, 125, 'signal']]);
    for (const sizing of ['decision', 'fill'] as const) {
      expect(inShort(buy({ sizing, fee_bps: 2500 }))).toEqual([[1, 8, 100, 'signal']]);
    }
  });

  test('A6: slippage and fees of that very quantity included', () => {
    expect(rounded(buy({ fee_bps: 100 }).fills[0]!.quantity)).toBe(rounded(1000 / 101));
    expect(rounded(buy({ slippage_bps: 100 }).fills[0]!.quantity)).toBe(rounded(1000 / 101));
    expect(buy({ fee_fixed: 200 }).fills[0]!.quantity).toBeCloseTo(8, 9);
    expect(buy({ fee_min: 300, fee_bps: 1 }).fills[0]!.quantity).toBeCloseTo(7, 9);
    expect(rounded(buy({ fee_per_unit: 0.5 }).fills[0]!.quantity)).toBe(rounded(1000 / 100.5));
    // q·100·(1 + 0.01·q) = 1000, so q = −50 + sqrt(3500).
    const dear = buy({}, { slip: (price, side, quantity) => price * (1 + side * 0.01 * quantity) });
    expect(rounded(dear.fills[0]!.quantity)).toBe(rounded(-50 + Math.sqrt(3500) + 0));
    expect(dear.cash.at(-1)).toBeCloseTo(0, 9);
  });

  test('A6: cash is never left below 0, and the warning counts the order once', () => {
    const outcome = buy({ fee_bps: 100, slippage_bps: 7 });
    expect(outcome.cash.every((cash) => cash >= 0)).toBe(true);
    expect(outcome.clipped_orders).toBe(1);
  });

  test('A6: a fixed fee beyond the cash leaves no order', () => {
    const outcome = buy({ fee_fixed: 1001 });
    expect(outcome.fills).toEqual([]);
    expect(outcome.clipped_orders).toBe(1);
  });

  test('A6: with max_leverage above 1 nothing is clipped', () => {
    expect(inShort(buy({ fee_fixed: 200 }, { risk: { max_leverage: 1.1 } }))).toEqual([[1, 10, 100, 'signal']]);
  });

  test('A6: the part that covers a short is never clipped', () => {
    const outcome = both({ bars: [flat(100), flat(100), [250, 250, 90, 90], flat(90)], directions: [-1, 0, 0, 0] });
    expect(inShort(outcome)[1]).toEqual([2, 10, 250, 'signal']);
    expect(outcome.cash.at(-1)).toBe(-500);
  });

  test('A6: of a reversal only the part beyond the cover is', () => {
    // 2000 in cash after the short; covering 10 at 150 leaves 500 for 3.33 more of the 10 wanted.
    const outcome = both({ bars: [flat(100), flat(100), [150, 150, 100, 100], flat(100)], directions: [-1, 1, 1, 1] });
    expect(inShort(outcome)[1]).toEqual([2, 13.3333333333, 150, 'signal']);
    expect(outcome.cash[2]).toBeCloseTo(0, 9);
    const dear = both({ bars: [flat(100), flat(100), [250, 250, 90, 90], flat(90)], directions: [-1, 1, 1, 1] });
    expect(inShort(dear)[1]).toEqual([2, 10, 250, 'signal']);
  });

  test('A6: a buy that only covers goes on working beyond the volume cap', () => {
    const bars = [flat(100, 20), flat(100, 20), [300, 300, 90, 90, 10], [300, 300, 10, 10, 10], flat(10, 10)] as const;
    const outcome = both({ bars, directions: [-1, 0, 0, 0, 0], execution: { volume_limit: 0.5 } });
    expect(inShort(outcome)).toEqual([
      [1, -10, 100, 'signal'],
      [2, 5, 300, 'signal'],
      [3, 5, 300, 'signal'],
    ]);
  });

  test('A6: what is clipped off is cancelled, and clipping ends the order', () => {
    // 5 of 10 may trade on bar 1, the cash pays for 2.5; neither the 2.5 nor the 5 beyond the cap work on.
    const bars = [flat(100, 10), [400, 400, 100, 100, 10], flat(10, 10), flat(10, 10)] as const;
    const outcome = both({ bars, directions: [1, 1, 1, 1], execution: { volume_limit: 0.5 } });
    expect(inShort(outcome)).toEqual([[1, 2.5, 400, 'signal']]);
  });

  test('A6: after lot rounding, a lot is stepped down while cash would be below 0', () => {
    expect(inShort(buy({ lot_size: 1, fee_bps: 100 }))).toEqual([[1, 9, 100, 'signal']]);
    expect(inShort(buy({ lot_size: 1, fee_fixed: 100 }))).toEqual([[1, 9, 100, 'signal']]);
    expect(inShort(buy({ lot_size: 1, fee_fixed: 100.00000001 }))).toEqual([[1, 8, 100, 'signal']]);
  });
});

describe('A12: the volume cap of a bar', () => {
  test('A12: is rounded down to lots', () => {
    const outcome = both({ bars: steady(5, 35), directions: [1, 1, 1, 1, 1], execution: { volume_limit: 0.1, lot_size: 1 } });
    expect(inShort(outcome).map(([bar, quantity]) => [bar, quantity])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
      [4, 1],
    ]);
  });

  test('A12: a cap of 0 waits, and does not yet fix q*', () => {
    const bars = [flat(100, 50), flat(100, 5), flat(50, 500), flat(50, 500)];
    const outcome = both({ bars, directions: [1, 1, 1, 1], execution: { sizing: 'fill', volume_limit: 0.1, lot_size: 1 } });
    expect(inShort(outcome)).toEqual([[2, 20, 50, 'signal']]);
  });

  test('A12: a bar without volume waits, drops or fills as zero_volume says', () => {
    const run = (zero_volume: 'wait' | 'drop' | 'fill') => {
      const bars = [flat(100, 9), flat(100, 0), flat(100, 30), flat(100, 30)];
      return both({ bars, directions: [1, 1, 1, 1], execution: { zero_volume, volume_limit: 0.2 } });
    };
    expect(inShort(run('wait')).map(([bar, quantity]) => [bar, quantity])).toEqual([
      [2, 6],
      [3, 4],
    ]);
    expect(run('drop')).toMatchObject({ fills: [], dropped_orders: 1 });
    expect(inShort(run('fill'))).toEqual([[1, 10, 100, 'signal']]); // and ignores the limit
  });

  test('A12: without a volume column there is none', () => {
    expect(inShort(both({ bars: steady(3), directions: [1, 1, 1], execution: { volume_limit: 0.001 } }))).toEqual([[1, 10, 100, 'signal']]);
  });

  test('§4: a newer decision replaces what is still working', () => {
    const outcome = both({ bars: steady(5, 20), directions: [1, 0, 0, 0, 0], execution: { volume_limit: 0.1 } });
    expect(inShort(outcome).map(([bar, quantity]) => [bar, quantity])).toEqual([
      [1, 2],
      [2, -2],
    ]);
  });

  test('A16: an order of nothing is no order, so a bar without volume cannot drop it', () => {
    for (const sizing of ['decision', 'fill'] as const) {
      const run = {
        bars: steady(4, 0),
        directions: [0, 0, 0, 0],
        execution: { sizing, zero_volume: 'drop' as const },
        risk: { rebalance: 'every_bar' as const },
      };
      expect(both(run).dropped_orders).toBe(0);
    }
  });
});

describe('A16: q* under sizing fill', () => {
  test('A16: is computed on the first bar on which the order can trade, at its base price, and then stays', () => {
    const bars = [flat(100, 0), flat(100, 0), flat(80, 100), flat(50, 100), flat(40, 100)];
    const outcome = both({ bars, directions: [1, 1, 1, 1, 1], execution: { sizing: 'fill', volume_limit: 0.1 } });
    expect(inShort(outcome)).toEqual([
      [2, 10, 80, 'signal'],
      [3, 2.5, 50, 'signal'],
    ]);
  });

  test('A16: takes the weight of the decision', () => {
    const outcome = both({ bars: steady(4), directions: [1, 1, 1, 1], weights: [0.5, 1, 1, 1], execution: { sizing: 'fill' } });
    expect(inShort(outcome)).toEqual([[1, 5, 100, 'signal']]);
  });

  test('A16: marks equity at the fill’s base price', () => {
    // 5 units and 500; at 120 equity is 1100, of which weight 1 holds 9.1666….
    const outcome = both({ bars: [flat(100), flat(100), flat(120), flat(120)], directions: [0.5, 1, 1, 1], execution: { sizing: 'fill' } });
    expect(inShort(outcome)[1]).toEqual([2, 4.16666666667, 120, 'signal']);
  });

  test('A16: floors equity at 0', () => {
    // Long 30 on 2000 borrowed; at 60 equity is −200, so the reversal only closes.
    const bars = [flat(100), flat(100), [60, 100, 60, 100], flat(100)] as const;
    const outcome = both({ bars, directions: [3, -3, -3, -3], execution: { sizing: 'fill' }, risk: { max_leverage: 3 } });
    expect(inShort(outcome).slice(1)).toEqual([[2, -30, 60, 'signal']]);
  });

  test('A16: the position is set to q* exactly when an order ends', () => {
    // 0.3 sold in three caps of 0.1 ends at 0, not at 5.6e-17.
    const bars = [flat(100, 3), flat(100, 3), ...steady(5, 1)];
    const outcome = both({
      bars,
      directions: [1, 0, 0, 0, 0, 0, 0],
      execution: { volume_limit: 0.1, lot_size: 0.1, initial_cash: 30 },
      risk: { max_leverage: 2 },
    });
    expect(outcome.fills.map(({ bar, side }) => [bar, side])).toEqual([
      [1, 1],
      [2, -1],
      [3, -1],
      [4, -1],
    ]);
    expect(outcome.position.at(-1)).toBe(0);
    expect(outcome.trades.length).toBe(1);
  });

  test('A16: an order within 1e-12 of the position is none', () => {
    const outcome = both({
      bars: Array.from({ length: 9 }, () => flat(3)),
      directions: Array.from({ length: 9 }, () => 1),
      weights: Array.from({ length: 9 }, () => 0.7),
      risk: { rebalance: 'every_bar' },
      execution: { sizing: 'fill' },
    });
    expect(outcome.fills.length).toBe(1);
  });
});

describe('A17: lots', () => {
  const lots = (initial_cash: number, lot_size: number, directions: number[] = [1, 1, 1]) =>
    both({ bars: steady(directions.length), directions, execution: { initial_cash, lot_size }, risk: { max_leverage: 2 } });

  test('A17: 0.3 is three lots of 0.1', () => {
    expect(0.3 / 0.1).toBeLessThan(3);
    expect(inShort(lots(30, 0.1))).toEqual([[1, 0.3, 100, 'signal']]);
  });

  test('A17: quantities are rounded toward zero on either side', () => {
    expect(inShort(lots(39, 0.1))).toEqual([[1, 0.3, 100, 'signal']]);
    expect(inShort(lots(39, 0.1, [-1, -1, -1]))).toEqual([[1, -0.3, 100, 'signal']]);
    expect(lots(9, 0.1).fills).toEqual([]);
  });

  test('A17: q* is rounded, not the order', () => {
    // 10.9 is 10 lots, then 9.5 is 9: an order of 1, where 10 − 9.5 would round to none.
    const outcome = both({
      bars: steady(4),
      directions: [1, 1, 1, 1],
      weights: [1, 9.5 / 10.9, 9.5 / 10.9, 1],
      execution: { initial_cash: 1090, lot_size: 1 },
      risk: { rebalance: 'every_bar' },
    });
    expect(inShort(outcome).slice(0, 2)).toEqual([
      [1, 10, 100, 'signal'],
      [2, -1, 100, 'signal'],
    ]);
  });
});
