import { describe, expect, test } from '@jest/globals';
import type { TradeRow } from '@projecta/client';
import { ALL_TRADES, tradeList, type TradeQuery } from './trade-list.js';

const trade = (side: 1 | -1, net_pnl: number, more: Partial<TradeRow> = {}): TradeRow =>
  ({ side, net_pnl, return: net_pnl / 100, reason: 'signal', ambiguous: false, fees: 1, slippage: 0, borrow: 0, ...more }) as TradeRow;

const trades = [
  trade(1, 5),
  trade(-1, -3, { reason: 'stop_loss', ambiguous: true }),
  trade(1, 0, { fees: 4 }),
  trade(-1, 5, { return: null }),
];
const numbers = (query: Partial<TradeQuery>): number[] => tradeList(trades, { ...ALL_TRADES, ...query }).map(({ number }) => number);

describe('a list of trades', () => {
  test('has all in their order', () => {
    expect(numbers({})).toEqual([1, 2, 3, 4]);
  });
  test('of a side, an outcome, a reason has those', () => {
    expect(numbers({ side: 'short' })).toEqual([2, 4]);
    expect(numbers({ outcome: 'won' })).toEqual([1, 4]);
    expect(numbers({ outcome: 'lost' })).toEqual([2]);
    expect(numbers({ outcome: 'ambiguous' })).toEqual([2]);
    expect(numbers({ reason: 'signal', side: 'long' })).toEqual([1, 3]);
  });
  test('is sorted by a column, ties by time either way', () => {
    expect(numbers({ sort: 'net_pnl' })).toEqual([2, 3, 1, 4]);
    expect(numbers({ sort: 'net_pnl', order: 'descending' })).toEqual([1, 4, 3, 2]);
    expect(numbers({ sort: 'costs', order: 'descending' })).toEqual([3, 1, 2, 4]);
  });
  test('ends with what has no value, either way', () => {
    expect(numbers({ sort: 'return' })).toEqual([2, 3, 1, 4]);
    expect(numbers({ sort: 'return', order: 'descending' })).toEqual([1, 3, 2, 4]);
  });
});
