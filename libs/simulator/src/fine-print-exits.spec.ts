// Fine-print A2, A5, A7, A8: where protective levels lie and on which bars they are looked at.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort, rounded, type HandMade, type HandMadeBar } from './hand-made.twin.js';

const LEVERAGED = { max_leverage: 2 };

/** Long 10 at 100 from bar 1, then the given bar. */
function long(bar: HandMadeBar, risk: NonNullable<HandMade['risk']>) {
  return both({ bars: [flat(100), flat(100), bar, flat(100)], directions: [1, 1, 1, 1], risk });
}

describe('A2: levels and the running average', () => {
  test('A2: levels are fractions of the fill price after slippage and before fees', () => {
    const costs = { execution: { slippage_bps: 100, fee_fixed: 50 }, risk: { stop_loss: 0.1, ...LEVERAGED } };
    const bought = (low: number) =>
      both({ bars: [flat(100), flat(100), [100, 100, low, 100], flat(100)], directions: [1, 1, 1, 1], ...costs });
    expect(bought(90.91).fills.length).toBe(1);
    expect(rounded(bought(90.89).fills[1]!.base_price)).toBe(90.9);
  });

  test('A2: adding to a position moves them', () => {
    // 5 at 100 and 5 at 120 average 110.
    const bars = [flat(100), flat(100), flat(120), [120, 120, 98, 100], flat(100)] as const;
    const outcome = both({ bars, directions: [0.5, 1, 1, 1, 1], risk: { stop_loss: 0.1, ...LEVERAGED } });
    expect(inShort(outcome)[2]).toEqual([3, -10, 99, 'stop_loss']);
  });

  test('A2: reducing it does not', () => {
    const bars = [flat(100), flat(100), flat(120), [120, 120, 88, 100], flat(100)] as const;
    const outcome = both({ bars, directions: [1, 0.5, 0.5, 0.5, 0.5], risk: { stop_loss: 0.1 } });
    expect(inShort(outcome).slice(1)).toEqual([
      [2, -5, 120, 'signal'],
      [3, -5, 90, 'stop_loss'],
    ]);
  });

  test('A2: a fill at exactly the average price leaves the average unchanged', () => {
    const weights = [0.1, 0.3, 0.37, 0.71, 0.73, 0.9, 0.9];
    const outcome = both({
      bars: weights.map(() => flat(0.1)),
      directions: weights.map(() => 1),
      weights,
      risk: { rebalance: 'every_bar' },
    });
    expect(outcome.fills.length).toBe(6);
    expect(outcome.open_trade!.average_price).toBe(0.1);
  });
});

describe('A5: on which bars exits are looked for', () => {
  const deep: HandMadeBar = [120, 120, 80, 100];

  test('A5: on the entry bar for open_next', () => {
    const outcome = both({ bars: [flat(100), [100, 110, 80, 100], flat(100)], directions: [1, 1, 1], risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)[1]).toEqual([1, -10, 90, 'stop_loss']);
  });

  test('A5: from the bar after it for every other fill price', () => {
    for (const fill_price of ['mid_next', 'typical_next', 'vwap_next', 'close_same'] as const) {
      const bars =
        fill_price === 'close_same' ? [deep, flat(100), [100, 100, 89, 100], flat(100)] : [flat(100), deep, [100, 100, 89, 100], flat(100)];
      const run = { bars: bars as HandMadeBar[], directions: [1, 1, 1, 1], vwap: [100, 100, 100, 100] };
      const outcome = both({ ...run, execution: { fill_price }, risk: { stop_loss: 0.1 } });
      expect(outcome.fills.map((fill) => [fill.bar, fill.reason])).toEqual([
        [fill_price === 'close_same' ? 0 : 1, 'signal'],
        [2, 'stop_loss'],
      ]);
    }
  });

  test('A5: a bar on which an earlier position is added to is looked at, after that fill', () => {
    // 5 at 100, 5 at the middle of [80, 120] = 100: the stop at 90 lies inside that bar.
    const bars = [flat(100), flat(100), deep, flat(100)] as const;
    const outcome = both({ bars, directions: [0.5, 1, 1, 1], execution: { fill_price: 'mid_next' }, risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)).toEqual([
      [1, 5, 100, 'signal'],
      [2, 5, 100, 'signal'],
      [2, -10, 90, 'stop_loss'],
    ]);
  });

  test('A5: … and one on which it is reduced', () => {
    const bars = [flat(100), flat(100), deep, flat(100)] as const;
    const outcome = both({ bars, directions: [1, 0.5, 0.5, 0.5], execution: { fill_price: 'mid_next' }, risk: { stop_loss: 0.1 } });
    expect(inShort(outcome)[2]).toEqual([2, -5, 90, 'stop_loss']);
  });

  test('A5: a bar on which it is turned round is an entry bar', () => {
    const bars = [flat(100), flat(100), [100, 140, 60, 100], flat(100)] as const;
    const outcome = both({ bars, directions: [1, -1, -1, -1], execution: { fill_price: 'mid_next' }, risk: { stop_loss: 0.1 } });
    expect(outcome.fills.map((fill) => fill.reason)).toEqual(['signal', 'signal']);
  });
});

describe('A7: the trailing stop', () => {
  const trail = { trailing_stop: 0.1 };

  test('A7: trails the first fill, never the running average', () => {
    const added = (low: number) =>
      both({
        bars: [flat(100), flat(100), [120, 120, 100, 100], [100, 100, low, 100], flat(100)],
        directions: [0.5, 1, 1, 1, 1],
        risk: { ...trail, ...LEVERAGED },
      });
    expect(added(91).fills.length).toBe(2);
    expect(inShort(added(89))[2]).toEqual([3, -10, 90, 'trailing_stop']);
  });

  test('A7: trails the best close since entry, the entry bar’s included', () => {
    const outcome = both({
      bars: [flat(100), [100, 120, 100, 120], [115, 115, 107, 110], flat(110)],
      directions: [1, 1, 1, 1],
      risk: trail,
    });
    expect(inShort(outcome)[1]).toEqual([2, -10, 108, 'trailing_stop']);
  });

  test('A7: knows neither the bar’s own high nor its own close', () => {
    // Of the bar before it the level is 90; its own high and close would put it at 180 or 162.
    expect(long([100, 200, 91, 180], trail).trades[0]).toMatchObject({ exit_bar: 3 });
  });

  test('A7: mirrors for a short', () => {
    const outcome = both({ bars: [flat(100), [100, 100, 80, 80], [80, 89, 80, 85], flat(85)], directions: [-1, -1, -1, -1], risk: trail });
    expect(inShort(outcome)[1]).toEqual([2, 10, 88, 'trailing_stop']);
  });

  test('A7: reducing the position leaves the best where it was', () => {
    const bars = [flat(100), [100, 120, 100, 120], flat(115), [115, 115, 107, 110], flat(110)] as const;
    const outcome = both({ bars, directions: [1, 0.5, 0.5, 0.5, 0.5], risk: trail });
    expect(inShort(outcome)[2]?.slice(2)).toEqual([108, 'trailing_stop']);
  });

  test('A7: a later partial fill of the same order does not change it', () => {
    // 5 at 100, then 5 at 130: trailing 10 % of 100 (closes stay at 100).
    const bars = [
      flat(100, 10),
      flat(100, 10),
      [130, 130, 100, 100, 10],
      [100, 100, 92, 100, 10],
      [100, 100, 89, 100, 10],
      flat(100, 10),
    ] as const;
    const run = { bars, directions: [1, 1, 1, 1, 1, 1], execution: { volume_limit: 0.5 } };
    expect(inShort(both({ ...run, risk: { ...trail, ...LEVERAGED } }))[2]).toEqual([4, -10, 90, 'trailing_stop']);
  });
});

describe('A8: held bars', () => {
  const bars = Array.from({ length: 6 }, () => flat(100));
  const directions = [1, 1, 1, 1, 1, 1];
  const timed = (fill_price: 'open_next' | 'mid_next' | 'close_same') =>
    both({ bars, directions, execution: { fill_price }, risk: { max_bars_held: 2 } }).trades[0]!;

  test('A8: the entry bar is held bar 1 for open_next', () => {
    expect(timed('open_next')).toMatchObject({ entry_bar: 1, exit_bar: 2, bars_held: 1, reason: 'time' });
  });

  test('A8: the bar after it is for the other fill prices', () => {
    expect(timed('mid_next')).toMatchObject({ entry_bar: 1, exit_bar: 3, bars_held: 2, reason: 'time' });
    expect(timed('close_same')).toMatchObject({ entry_bar: 0, exit_bar: 2, bars_held: 2, reason: 'time' });
  });
});
