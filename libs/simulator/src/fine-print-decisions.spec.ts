// Fine-print A3, A11, A15, A20 and E8: when an order is made and for which target.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort, rounded, type HandMade, type HandMadeBar } from './hand-made.twin.js';

const steady = (n: number) => Array.from({ length: n }, () => flat(100));
const SIGNAL = (bar: number, quantity: number) => [bar, quantity, 100, 'signal'];

describe('A3: after a protective exit', () => {
  const stop: HandMadeBar = [100, 100, 85, 100];
  const stopped = (directions: readonly number[], risk: HandMade['risk'] = {}) =>
    inShort(both({ bars: [flat(100), flat(100), stop, ...steady(4)], directions, risk: { stop_loss: 0.1, ...risk } })).slice(2);

  test('A3: the position stays flat while the direction does not change, under every rebalance mode', () => {
    for (const rebalance of ['on_change', 'every_bar', { band: 0.01 }] as const) {
      expect(stopped([1, 1, 1, 1, 1, 1, 1], { rebalance })).toEqual([]);
    }
  });

  test('A3: a direction that differs trades again', () => {
    expect(stopped([1, 1, 1, 1, -1, -1, -1])).toEqual([SIGNAL(5, -9)]);
    expect(stopped([1, 1, 1, 1, 0, 1, 1])).toEqual([SIGNAL(6, 9)]);
    expect(stopped([1, 1, 1, 0.5, 0.5, 0.5, 0.5], { rebalance: 'every_bar' })).toEqual([SIGNAL(4, 4.5)]);
  });

  test('A3: the direction in force is the last decision before the close of the exit bar', () => {
    // The stop is hit on bar 2; the decision of bar 2 itself is the first that may differ.
    expect(stopped([1, 1, -1, -1, -1, -1, -1])).toEqual([SIGNAL(3, -9)]);
  });

  test('A3: max_bars_held is a protective exit', () => {
    const held = (directions: number[]) =>
      inShort(both({ bars: steady(6), directions, risk: { max_bars_held: 2, rebalance: 'every_bar' } }));
    expect(held([1, 1, 1, 1, 1, 1])).toEqual([SIGNAL(1, 10), [2, -10, 100, 'time']]);
    expect(held([1, 1, -1, -1, -1, -1]).slice(0, 3)).toEqual([SIGNAL(1, 10), [2, -10, 100, 'time'], SIGNAL(3, -10)]);
  });

  test('A3: the direction in force may be one that was never filled', () => {
    // −1 is decided on bar 1 and waits for volume on bar 2, where the long is stopped: −1 stays without a position.
    const bars = [flat(100, 9), flat(100, 9), [100, 100, 85, 100, 0], flat(100, 9), flat(100, 9)] as const;
    const outcome = both({ bars, directions: [1, -1, -1, -1, -1], risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)).toEqual([SIGNAL(1, 10), [2, -10, 90, 'stop_loss']]);
  });
});

describe('A11: undefined weights', () => {
  test('A11: a change that meets one is acted on once, at the first close at which it is defined', () => {
    const weights = [NaN, NaN, 0.5, 0.8, 1];
    expect(inShort(both({ bars: steady(5), directions: [1, 1, 1, 1, 1], weights }))).toEqual([SIGNAL(3, 5)]);
  });

  test('A11: until then the target is 0', () => {
    const weights = [1, 1, NaN, NaN, 1, 1];
    expect(inShort(both({ bars: steady(6), directions: [1, 1, -1, -1, -1, -1], weights }))).toEqual([
      SIGNAL(1, 10),
      SIGNAL(3, -10),
      SIGNAL(5, -10),
    ]);
  });

  test('A11: a weight that is undefined without a change of direction changes nothing on_change', () => {
    expect(inShort(both({ bars: steady(5), directions: [1, 1, 1, 1, 1], weights: [1, NaN, NaN, 1, 1] }))).toEqual([SIGNAL(1, 10)]);
  });

  test('A11: … and is a target of 0 for the other modes', () => {
    for (const rebalance of ['every_bar', { band: 0.1 }] as const) {
      const run = { bars: steady(5), directions: [1, 1, 1, 1, 1], weights: [1, NaN, NaN, 1, 1], risk: { rebalance } };
      expect(inShort(both(run))).toEqual([SIGNAL(1, 10), SIGNAL(2, -10), SIGNAL(4, 10)]);
    }
  });

  test('A11: d = 0 always has the defined weight 0 and is never pending', () => {
    const weights = [NaN, NaN, NaN, 1, 1, 1];
    expect(inShort(both({ bars: steady(6), directions: [1, 0, 0, 0, 0, 0], weights }))).toEqual([]);
    expect(inShort(both({ bars: steady(4), directions: [1, 0, 0, 0], weights: [1, NaN, NaN, NaN] }))).toEqual([
      SIGNAL(1, 10),
      SIGNAL(2, -10),
    ]);
  });
});

describe('A15: what a change is', () => {
  test('A15: any difference of a fraction', () => {
    expect(inShort(both({ bars: steady(4), directions: [1, 0.5, 0.75, 0.75] }))).toEqual([SIGNAL(1, 10), SIGNAL(2, -5), SIGNAL(3, 2.5)]);
  });

  test('A15: before the first bar d is 0', () => {
    expect(inShort(both({ bars: steady(3), directions: [0, 0, 0] }))).toEqual([]);
    expect(inShort(both({ bars: steady(3), directions: [-1, -1, -1] }))).toEqual([SIGNAL(1, -10)]);
  });

  test('A15: never a comparison with the position held', () => {
    // The order is dropped on a bar without volume, and 1 goes on without a position.
    const bars = [flat(100, 9), flat(100, 0), flat(100, 9), flat(100, 9)];
    const outcome = both({ bars, directions: [1, 1, 1, 1], execution: { zero_volume: 'drop' } });
    expect(outcome.fills).toEqual([]);
    expect(outcome.dropped_orders).toBe(1);
  });

  test('A15: the quantity of an unchanged direction is left alone while its weight drifts', () => {
    expect(inShort(both({ bars: steady(4), directions: [1, 1, 1, 1], weights: [0.5, 0.7, 0.9, 1] }))).toEqual([SIGNAL(1, 5)]);
  });
});

describe('§4: rebalancing', () => {
  test('every_bar orders at every close', () => {
    const outcome = both({
      bars: steady(5),
      directions: [1, 1, 1, 1, 1],
      weights: [0.5, 0.7, 0.7, 0.2, 1],
      risk: { rebalance: 'every_bar' },
    });
    expect(inShort(outcome)).toEqual([SIGNAL(1, 5), SIGNAL(2, 2), SIGNAL(4, -5)]);
  });

  test('band orders when the held weight is further than the band from the target', () => {
    const banded = (band: number) =>
      inShort(both({ bars: [flat(100), flat(100), flat(120), flat(120)], directions: [0.5, 0.5, 0.5, 0.5], risk: { rebalance: { band } } }))
        .length;
    // 5 units at 120 beside 500 in cash: a held weight of 600/1100 = 0.5454…
    expect(banded(0.045)).toBe(2);
    expect(banded(0.046)).toBe(1);
  });

  test('E11: a distance that ties with the band does not exceed it', () => {
    const weights = [0.5, 0.6, 0.6, 0.6];
    expect(inShort(both({ bars: steady(4), directions: [1, 1, 1, 1], weights, risk: { rebalance: { band: 0.1 } } }))).toEqual([
      SIGNAL(1, 5),
    ]);
    expect(0.6 - 0.5).toBeLessThan(0.1); // and rounding may as well put it above:
    expect(0.8 - 0.7).toBeGreaterThan(0.1);
    const above = [0.7, 0.8, 0.8, 0.8];
    expect(inShort(both({ bars: steady(4), directions: [1, 1, 1, 1], weights: above, risk: { rebalance: { band: 0.1 } } }))).toEqual([
      SIGNAL(1, 7),
    ]);
  });
});

describe('A20: leverage', () => {
  test('A20: the weight is clamped to ±max_leverage', () => {
    const run = { bars: steady(3), weights: [5, 5, 5], risk: { max_leverage: 2 } };
    expect(inShort(both({ ...run, directions: [1, 1, 1] }))).toEqual([SIGNAL(1, 20)]);
    expect(inShort(both({ ...run, directions: [-1, -1, -1] }))).toEqual([SIGNAL(1, -20)]);
    expect(inShort(both({ ...run, directions: [1, 1, 1], risk: { max_leverage: 0.5 } }))).toEqual([SIGNAL(1, 5)]);
  });

  test('A20: leverage above 1 pays no interest on negative cash', () => {
    const outcome = both({ bars: steady(4), directions: [2, 2, 2, 2], execution: { borrow_cost_bps: 3650 }, risk: { max_leverage: 2 } });
    expect(outcome.cash).toEqual([1000, -1000, -1000, -1000]);
    expect(outcome.total_borrow).toBe(0);
  });

  test('A20: shorts are not clipped', () => {
    const outcome = both({ bars: [flat(100), flat(50), flat(50)], directions: [-1, -1, -1], execution: { fee_bps: 500 } });
    expect(inShort(outcome)).toEqual([[1, -10, 50, 'signal']]);
    expect(outcome.clipped_orders).toBe(0);
  });
});

describe('E8: a run that starts later', () => {
  test('E8: a direction already in force is traded from its first close', () => {
    const outcome = both({ bars: steady(6), directions: [1, 1, 1, 1, 1, 1], from: 3 });
    expect(inShort(outcome)).toEqual([SIGNAL(4, 10)]);
    expect(outcome.equity).toEqual([1000, 1000, 1000, 1000, 1000, 1000]);
  });

  test('E8: bars before it are history only', () => {
    const outcome = both({ bars: [flat(100), flat(1), flat(900), flat(100), flat(110)], directions: [1, -1, 1, 1, 1], from: 2 });
    expect(outcome.fills.map((fill) => fill.bar)).toEqual([3]);
    // 1000/900 units, bought at 100 and marked at 110.
    expect(outcome.equity.map(rounded)).toEqual([1000, 1000, 1000, 1000, 1011.11111111]);
  });
});
