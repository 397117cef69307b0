import { describe, expect, test } from '@jest/globals';
import type { TradeRow } from '@projecta/client';
import { firstDivergence } from './first-divergence.js';

const trade = (entry_ts: number, more: Partial<TradeRow> = {}): TradeRow =>
  ({ side: 1, entry_ts, exit_ts: entry_ts + 1, quantity: 2, net_pnl: 3, ...more }) as TradeRow;

describe('two lists of trades', () => {
  test('that are the same do not part', () => {
    expect(firstDivergence([trade(1), trade(5)], [trade(1), trade(5)])).toBeUndefined();
    expect(firstDivergence([], [])).toBeUndefined();
  });
  test('part at the first trade that differs, in what differs', () => {
    const other = trade(5, { exit_ts: 9, net_pnl: -1 });
    expect(firstDivergence([trade(1), trade(5), trade(8)], [trade(1), other, trade(9)])).toEqual({
      at: 1,
      trades: [trade(5), other],
      columns: ['exit_ts', 'net_pnl'],
    });
  });
  test('part where one ends', () => {
    expect(firstDivergence([trade(1)], [trade(1), trade(5)])).toEqual({ at: 1, trades: [undefined, trade(5)], columns: [] });
  });
});
