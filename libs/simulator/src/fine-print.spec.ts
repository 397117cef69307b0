// Fine-print A1, A9, A18, A19, A26: what happens when.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort } from './hand-made.twin.js';

describe('A1: the order of events inside a bar', () => {
  test('A1: a short covered at the open has paid borrow for the night before', () => {
    // 3650 bps a year are 0.1 % a day: 1 on 10 units at 100.
    const outcome = both({ bars: [flat(100), flat(100), flat(100)], directions: [-1, 0, 0], execution: { borrow_cost_bps: 3650 } });
    expect(outcome.equity).toEqual([1000, 1000, 999]);
    expect(outcome.trades[0]!.borrow).toBe(1);
  });

  test('A1: the working order fills before stops are looked at', () => {
    const bars = [flat(100), flat(100), [95, 95, 80, 85], flat(85)] as const;
    const outcome = both({ bars, directions: [1, 0, 0, 0], risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)).toEqual([
      [1, 10, 100, 'signal'],
      [2, -10, 95, 'signal'],
    ]);
  });

  test('A1: a stop inside the bar comes before max_bars_held at its close', () => {
    const outcome = both({
      bars: [flat(100), [100, 100, 85, 95], flat(95)],
      directions: [1, 1, 1],
      risk: { stop_loss: 0.1, max_bars_held: 1 },
    });
    expect(inShort(outcome)[1]).toEqual([1, -10, 90, 'stop_loss']);
  });

  test('A1: the mark after max_bars_held sees its costs, so they can ruin', () => {
    const outcome = both({ bars: [flat(100), flat(100)], directions: [-1, -1], execution: { fee_fixed: 600 }, risk: { max_bars_held: 1 } });
    expect(outcome.fills.map((fill) => fill.reason)).toEqual(['signal', 'time']);
    expect(outcome.ruined).toBe(true);
    expect(outcome.equity).toEqual([1000, -200]);
  });

  test('A1: nothing is decided at a close of ruin', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(250), flat(100), flat(100)],
      directions: [-1, -1, 1, 1, 1],
    });
    expect(inShort(outcome)).toEqual([
      [1, -10, 100, 'signal'],
      [2, 10, 250, 'liquidation'],
    ]);
  });

  test('A1: a close_same order that ruins is liquidated at the same close', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(100)],
      directions: [-1, -1, -1],
      execution: { fill_price: 'close_same', fee_fixed: 1001 },
    });
    expect(inShort(outcome)).toEqual([
      [0, -10, 100, 'signal'],
      [0, 10, 100, 'liquidation'],
    ]);
    expect(outcome.equity).toEqual([-1002, -1002, -1002]);
  });

  test('A1: equity of the last bar is recorded after flatten_end and its fee', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(110)],
      directions: [-1, -1, -1],
      execution: { flatten_end: true, fee_fixed: 5 },
    });
    expect(outcome.equity).toEqual([1000, 995, 890]);
    expect(outcome.fills.at(-1)).toMatchObject({ bar: 2, reason: 'end', synthetic: true });
    expect(outcome.position).toEqual([0, -10, 0]);
  });

  test('A1: ruin is looked for before flatten_end, never after it', () => {
    const costs = { flatten_end: true, fee_fixed: 600 };
    expect(both({ bars: [flat(100), flat(100)], directions: [-1, -1], execution: costs })).toMatchObject({
      ruined: false,
      equity: [1000, -200],
    });
    const fallen = both({ bars: [flat(100), [100, 300, 100, 300]], directions: [-1, -1], execution: { flatten_end: true } });
    expect(fallen.fills.at(-1)!.reason).toBe('liquidation');
  });
});

describe('A9: what cancels the working order', () => {
  const capped = { volume_limit: 0.5 };

  test('A9: a protective exit', () => {
    const bars = [flat(100, 10), [100, 100, 85, 95, 10], flat(95, 10), flat(95, 10)] as const;
    const outcome = both({ bars, directions: [1, 1, 1, 1], execution: capped, risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)).toEqual([
      [1, 5, 100, 'signal'],
      [1, -5, 90, 'stop_loss'],
    ]);
  });

  test('A9: max_bars_held', () => {
    const outcome = both({
      bars: Array.from({ length: 4 }, () => flat(100, 10)),
      directions: [1, 1, 1, 1],
      execution: capped,
      risk: { max_bars_held: 1 },
    });
    expect(inShort(outcome)).toEqual([
      [1, 5, 100, 'signal'],
      [1, -5, 100, 'time'],
    ]);
  });

  test('A9: liquidation', () => {
    const bars = [flat(100, 10), [100, 400, 100, 400, 10], flat(100, 10), flat(100, 10)] as const;
    const outcome = both({ bars, directions: [-1, -1, -1, -1], execution: capped });
    expect(inShort(outcome)).toEqual([
      [1, -5, 100, 'signal'],
      [1, 5, 400, 'liquidation'],
    ]);
  });

  test('A9: the final flattening', () => {
    const outcome = both({ bars: [flat(100, 10), flat(100, 10)], directions: [1, 1], execution: { ...capped, flatten_end: true } });
    expect(inShort(outcome)).toEqual([
      [1, 5, 100, 'signal'],
      [1, -5, 100, 'end'],
    ]);
    expect(outcome.open_trade).toBeUndefined();
  });
});

describe('A18: the last bar', () => {
  test('A18: its decision never executes, close_same included', () => {
    const bars = [flat(100), flat(100), flat(100)];
    for (const fill_price of ['open_next', 'close_same'] as const) {
      expect(both({ bars, directions: [0, 0, 1], execution: { fill_price } }).fills).toEqual([]);
    }
  });

  test('A18: a waiting close_same order is tried at each later close', () => {
    const bars = [flat(100, 0), flat(101, 0), flat(102, 9), flat(103, 9)];
    const outcome = both({ bars, directions: [1, 1, 1, 1], execution: { fill_price: 'close_same' } });
    expect(inShort(outcome)).toEqual([[2, 9.80392156863, 102, 'signal']]);
  });

  test('A18: … but not at the last', () => {
    const bars = [flat(100, 0), flat(101, 0), flat(102, 9)];
    expect(both({ bars, directions: [1, 1, 1], execution: { fill_price: 'close_same' } }).fills).toEqual([]);
  });
});

describe('A19: ruin', () => {
  test('A19: liquidation pays slippage and fees, and equity stays at the cash left', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(250), flat(10)],
      directions: [-1, -1, -1, -1],
      execution: { slippage_bps: 100, fee_fixed: 7 },
    });
    // 1000 + 10·99 − 7 = 1983, then 10·252.5 and 7 again.
    expect(outcome.equity).toEqual([1000, 983, -549, -549]);
    expect(outcome.ruined).toBe(true);
  });

  test('A19: ruin is looked for at closes only', () => {
    const outcome = both({ bars: [flat(100), [100, 900, 100, 100], flat(100)], directions: [-1, -1, -1] });
    expect(outcome.ruined).toBe(false);
  });

  test('A19: equity of 1e-12 of the initial cash counts as 0', () => {
    const ruinedAt = (fee_fixed: number) =>
      both({ bars: [flat(100), flat(100), flat(100)], directions: [-1, 0, 0], execution: { fee_fixed }, risk: { max_leverage: 2 } }).ruined;
    expect(ruinedAt(500)).toBe(true); // fees alone take it to exactly 0
    expect(ruinedAt(500 - 4e-10)).toBe(true);
    expect(ruinedAt(500 - 1e-8)).toBe(false);
  });

  test('A19: an account that is flat when it is ruined stops without a fill', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(250), flat(100), flat(100), flat(100)],
      directions: [-1, 0, 0, 1, 1, 1],
    });
    expect(inShort(outcome)).toEqual([
      [1, -10, 100, 'signal'],
      [2, 10, 250, 'signal'],
    ]);
    expect(outcome).toMatchObject({ ruined: true, equity: [1000, 1000, -500, -500, -500, -500] });
  });
});

describe('A26: the other way round', () => {
  const risk = { stop_loss: 0.1, take_profit: 0.1 };
  const bars = [flat(100), flat(100), [100, 115, 85, 100], flat(100), [100, 130, 100, 100]] as const;

  test('A26: on a bar that meets both levels inside its range the target wins', () => {
    const stopFirst = both({ bars, directions: [1, 1, 1, 1, 1], risk });
    const targetFirst = both({ bars, directions: [1, 1, 1, 1, 1], risk, targetFirst: true });
    expect(inShort(stopFirst)[1]).toEqual([2, -10, 90, 'stop_loss']);
    expect(inShort(targetFirst)[1]).toEqual([2, -10, 110, 'take_profit']);
    expect([stopFirst.ambiguous_bars, targetFirst.ambiguous_bars]).toEqual([1, 1]);
  });

  test('A26: a bar that meets the stop alone stops either way', () => {
    const outcome = both({ bars: [flat(100), [100, 105, 85, 100], flat(100)], directions: [1, 1, 1], risk, targetFirst: true });
    expect(inShort(outcome)[1]).toEqual([1, -10, 90, 'stop_loss']);
    expect(outcome.ambiguous_bars).toBe(0);
  });
});
