// Fine-print A4, A10, A21, A22, A25 and the price path of §5.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort, rounded, type HandMade } from './hand-made.twin.js';

const steady = (n: number, volume?: number) => Array.from({ length: n }, () => flat(100, volume));

/** A slippage model that shows in the price which bars it was asked about: base + t + decision bar / 100. */
const tellingSlip: HandMade['slip'] = (price, _side, _quantity, t, decisionBar) => price + t + decisionBar / 100;
const told = (handMade: HandMade) =>
  both({ slip: tellingSlip, risk: { max_leverage: 9 }, ...handMade }).fills.map((fill) => [
    fill.reason,
    rounded(fill.price - fill.base_price),
  ]);
const LEVERAGED = { max_leverage: 9 };

describe('A4: the bars a slippage model is asked about', () => {
  test('A4: an order’s fill bar and its decision bar', () => {
    expect(told({ bars: steady(4), directions: [0, 1, 1, 1] })).toEqual([['signal', 2.01]]);
    expect(told({ bars: steady(4), directions: [0, 1, 1, 1], execution: { fill_price: 'close_same' } })).toEqual([['signal', 1.01]]);
  });

  test('A4: an order keeps its decision bar while it works', () => {
    expect(told({ bars: steady(4, 40), directions: [0, 1, 1, 1], execution: { volume_limit: 0.1 } })).toEqual([
      ['signal', 2.01],
      ['signal', 3.01],
    ]);
  });

  test('A4: a fill without a decision uses the bar before it when it happens inside the bar', () => {
    const bars = [flat(100), flat(100), [100, 100, 50, 100], flat(100)] as const;
    expect(told({ bars, directions: [1, 1, 1, 1], risk: { ...LEVERAGED, stop_loss: 0.1 } })[1]).toEqual(['stop_loss', 2.01]);
  });

  test('A4: … its own bar when it happens at the close', () => {
    expect(told({ bars: steady(4), directions: [1, 1, 1, 1], risk: { ...LEVERAGED, max_bars_held: 2 } })[1]).toEqual(['time', 2.02]);
    expect(told({ bars: steady(3), directions: [1, 1, 1], execution: { flatten_end: true } })[1]).toEqual(['end', 2.02]);
    expect(told({ bars: [flat(100), flat(100), flat(300)], directions: [-1, -1, -1] })[1]).toEqual(['liquidation', 2.02]);
  });
});

describe('§5: from base price to cash', () => {
  test('the slippage model comes first, then slippage_bps, then fees on the slipped price', () => {
    const outcome = both({
      bars: steady(3),
      directions: [-1, -1, -1],
      slip: (price, side) => price + side * 10,
      execution: { slippage_bps: 1000, fee_bps: 1000 },
    });
    // (100 − 10)·0.9 = 81; the fee is a tenth of 810.
    expect(outcome.fills[0]).toMatchObject({ base_price: 100, price: 81, notional: 810, slippage: 190 });
    expect(outcome.fills[0]!.fee).toBeCloseTo(81, 9);
    expect(outcome.cash.at(-1)).toBeCloseTo(1729, 9);
  });

  test('a sell price is never below 0', () => {
    const sold = (execution: HandMade['execution'], slip?: HandMade['slip']) =>
      both({ bars: steady(3), directions: [-1, -1, -1], execution: { ...execution }, ...(slip ? { slip } : {}) }).fills[0];
    expect(sold({ slippage_bps: 12_000 })).toMatchObject({ price: 0, notional: 0, slippage: 1000 });
    expect(sold({}, (price) => price - 150)).toMatchObject({ price: 0, slippage: 1000 });
  });

  test('the base price is the fill bar’s open, middle, typical price, vwap, or the decision bar’s close', () => {
    const bars = [flat(100), [90, 120, 84, 96], flat(100)] as const;
    const basePrice = (fill_price: NonNullable<HandMade['execution']>['fill_price'] & string) =>
      both({ bars, directions: [-1, -1, -1], vwap: [1, 97, 3], execution: { fill_price } }).fills[0]!.base_price;
    expect(basePrice('open_next')).toBe(90);
    expect(basePrice('mid_next')).toBe(102);
    expect(basePrice('typical_next')).toBe(100);
    expect(basePrice('vwap_next')).toBe(97);
    expect(basePrice('close_same')).toBe(100);
  });

  test('delay is d·|q|·(base price − decision close)', () => {
    const outcome = both({ bars: [flat(100), flat(103), flat(97), flat(97)], directions: [0.5, 0, 0, 0] });
    expect(outcome.fills.map(({ delay, decision_close }) => [delay, decision_close])).toEqual([
      [15, 100],
      [30, 103],
    ]);
  });
});

describe('A10: fees once an order', () => {
  const fees = (execution: HandMade['execution'], rest: Partial<HandMade> = {}) =>
    both({
      bars: steady(4, 40),
      directions: [1, 1, 1, 1],
      risk: LEVERAGED,
      execution: { volume_limit: 0.1, ...execution },
      ...rest,
    }).fills.map(({ fee }) => rounded(fee));

  test('A10: fee_fixed is paid by the first partial fill', () => {
    expect(fees({ fee_fixed: 3, fee_bps: 10 })).toEqual([3.4, 0.4, 0.2]);
  });

  test('A10: fee_min is topped up once, and later fills pay what exceeds it', () => {
    expect(fees({ fee_min: 7, fee_bps: 100 })).toEqual([7, 1, 2]); // 4, 8, 10 in all
    expect(fees({ fee_min: 50, fee_bps: 100 })).toEqual([50, 0, 0]);
  });

  test('A10: fee_per_unit is paid on every unit', () => {
    expect(fees({ fee_per_unit: 0.25 })).toEqual([1, 1, 0.5]);
  });

  test('A10: an order replaced by a newer decision starts a new count', () => {
    expect(fees({ fee_fixed: 3 }, { risk: { ...LEVERAGED, rebalance: 'every_bar' } })).toEqual([3, 3, 3]);
  });

  test('A10: a reversal is one order and pays once, its costs split by quantity', () => {
    const outcome = both({
      bars: steady(4),
      directions: [-0.5, 1, 1, 1],
      execution: { fee_fixed: 30, slippage_bps: 0, flatten_end: true },
      risk: LEVERAGED,
    });
    // Short 5, then a buy of 5 + 9.7 (of 970 in equity): 30 once.
    expect(outcome.fills.map((fill) => rounded(fill.quantity))).toEqual([5, 14.7, 9.7]);
    expect(outcome.trades.map((trade) => rounded(trade.fees))).toEqual([rounded(30 + (30 * 5) / 14.7), rounded(30 + (30 * 9.7) / 14.7)]);
  });
});

describe('A21: borrow', () => {
  const execution = { borrow_cost_bps: 3650 }; // 0.1 % a day

  test('A21: is charged on the short held at the previous close, by the time elapsed, gaps in full', () => {
    const outcome = both({ bars: [flat(100), flat(100), flat(120), flat(90)], days: [1, 1, 5], directions: [-1, -1, -1, -1], execution });
    // Nothing for the day before the entry; 10·100 for one day, 10·120 for five.
    expect(outcome.cash.map(rounded)).toEqual([1000, 2000, 1999, 1993]);
    expect(rounded(outcome.total_borrow)).toBe(7);
  });

  test('A21: longs pay none', () => {
    expect(both({ bars: steady(4), directions: [1, 1, 1, 1], execution }).total_borrow).toBe(0);
  });

  test('A21: is booked to the open trade', () => {
    const outcome = both({ bars: steady(6), directions: [-1, -1, 1, -1, -1, -1], execution });
    expect(outcome.trades.map((trade) => rounded(trade.borrow))).toEqual([2, 0]);
    expect(rounded(outcome.open_trade!.borrow)).toBe(rounded(outcome.total_borrow - 2));
  });
});

describe('A22 and A25: what one fill knows', () => {
  test('A22: the slippage model is given the quantity of this fill', () => {
    const outcome = both({
      bars: steady(4, 40),
      directions: [-1, -1, -1, -1],
      slip: (price, side, quantity) => price + side * quantity,
      execution: { volume_limit: 0.1 },
    });
    expect(inShort(outcome).map(([, quantity, price]) => [quantity, price])).toEqual([
      [-4, 96],
      [-4, 96],
      [-2, 98],
    ]);
  });

  test('A25: a fill without a decision has its base price for decision close, so no delay', () => {
    const bars = [flat(100), flat(100), [100, 100, 80, 100], flat(100)] as const;
    const stopped = both({ bars, directions: [1, 1, 1, 1], execution: { slippage_bps: 100 }, risk: { ...LEVERAGED, stop_loss: 0.1 } })
      .fills[1]!;
    expect(stopped.decision_close).toBe(stopped.base_price);
    expect(stopped.delay).toBe(0);
    const ended = both({ bars: [flat(100), flat(100), flat(130)], directions: [1, 1, 1], execution: { flatten_end: true } }).fills[1];
    expect(ended).toMatchObject({ decision_close: 130, base_price: 130, delay: 0, reason: 'end' });
  });
});
