// Fine-print A23 and A24: the trade list.
import { describe, expect, test } from '@jest/globals';
import { both, flat, rounded, type HandMade, type HandMadeBar } from './hand-made.twin.js';

const LEVERAGED = { max_leverage: 9 };

describe('A23: trades', () => {
  // 5 at 100, 5 more at 120, 4 sold at 130, the rest at 90.
  const built: HandMade = {
    bars: [flat(100), flat(100), flat(120), flat(130), flat(90), flat(90)],
    directions: [0.5, 1, 0.6, 0, 0, 0],
    weights: [1, 1, 6 / 12, 0, 0, 0],
    risk: LEVERAGED,
  };

  test('A23: quantity is all units entered, prices are volume-weighted fill prices', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(120), flat(130), flat(90), flat(90)],
      directions: [0.5, 1, 0.6, 0, 0, 0],
      weights: [1, 1, (6 * 120) / (0.6 * 1100), 1, 1, 1],
      risk: LEVERAGED,
    });
    expect(outcome.fills.map((fill) => [fill.bar, rounded(fill.side * fill.quantity)])).toEqual([
      [1, 5],
      [2, 5],
      [3, -4],
      [4, -6],
    ]);
    const [trade] = outcome.trades;
    expect(trade).toMatchObject({ side: 1, entry_bar: 1, exit_bar: 4, quantity: 10, bars_held: 3, reason: 'signal' });
    expect(rounded(trade!.entry_price)).toBe(110);
    expect(rounded(trade!.exit_price)).toBe(106); // (4·130 + 6·90)/10
    expect(rounded(trade!.gross_pnl)).toBe(-40);
    expect(rounded(trade!.return!)).toBe(rounded(-40 / 1100));
  });

  test('A23: slippage is in the prices, fees are not; net = gross − fees − borrow', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(100), flat(100)],
      directions: [-1, -1, 0, 0],
      execution: { slippage_bps: 100, fee_fixed: 5, borrow_cost_bps: 3650 },
    });
    const [trade] = outcome.trades;
    expect([trade!.entry_price, trade!.exit_price, trade!.fees, trade!.slippage, trade!.borrow].map(rounded)).toEqual([99, 101, 10, 20, 2]);
    expect([trade!.gross_pnl, trade!.net_pnl].map(rounded)).toEqual([-20, -32]);
    expect(rounded(trade!.return!)).toBe(rounded(-32 / 990));
    expect(outcome.equity.at(-1)).toBeCloseTo(968, 9);
  });

  test('A23: a trade still open at the end is not in the list', () => {
    const outcome = both({ ...built, directions: [0.5, 1, 1, 1, 1, 1], weights: [1, 1, 1, 1, 1, 1] });
    expect(outcome.trades).toEqual([]);
    expect(outcome.open_trade).toMatchObject({
      side: 1,
      entry_bar: 1,
      quantity: 10,
      position: 10,
      average_price: 110,
      gross_pnl: 0,
      unrealised_pnl: -200,
    });
  });

  test('§4: a reversal closes one trade and opens the next on the same bar', () => {
    const outcome = both({ bars: [flat(100), flat(100), flat(110), flat(105), flat(105)], directions: [1, -1, 0, 0, 0] });
    expect(
      outcome.trades.map(({ side, entry_bar, exit_bar, entry_price, exit_price }) => [side, entry_bar, exit_bar, entry_price, exit_price]),
    ).toEqual([
      [1, 1, 2, 100, 110],
      [-1, 2, 3, 110, 105],
    ]);
    expect(outcome.fills.length).toBe(3);
  });

  test('E7: equity at entry is that of the close before the entry bar, initial cash if there is none', () => {
    const bars = [flat(100), flat(100), flat(110), flat(120), flat(120)];
    expect(both({ bars, directions: [1, -1, 0, 0, 0] }).trades.map((trade) => trade.equity_at_entry)).toEqual([1000, 1000]);
    const atClose = both({ bars, directions: [1, 1, -1, 0, 0], execution: { fill_price: 'close_same' } });
    expect(atClose.trades.map((trade) => trade.equity_at_entry)).toEqual([1000, 1000]);
    expect(both({ bars, directions: [1, 1, -1, 0, 0] }).trades.map((trade) => rounded(trade.equity_at_entry))).toEqual([1000, 1100]);
  });

  test('A24: with an entry notional of 0 the return is null and MAE and MFE stay at 0', () => {
    const outcome = both({
      bars: [flat(100), flat(100), flat(90), flat(90)],
      directions: [-0.1, 0, 0, 0],
      execution: { slippage_bps: 10_000 },
    });
    expect(outcome.trades[0]).toMatchObject({ entry_price: 0, return: null, mae: 0, mfe: 0 });
  });
});

describe('A24: MAE and MFE', () => {
  const WIDE: HandMadeBar = [100, 140, 70, 110];
  type Price = 'open_next' | 'mid_next' | 'typical_next' | 'vwap_next' | 'close_same';

  function excursions(handMade: HandMade, of = 0): [number, number] {
    const { mae, mfe } = both(handMade).trades[of]!;
    return [rounded(mae), rounded(mfe)];
  }

  /** Bought at 100 on the wide bar 1 (on bar 0's close for close_same), sold at 100 a bar later. */
  const entered = (fill_price: Price) =>
    excursions({
      bars: fill_price === 'close_same' ? [[100, 140, 70, 100], flat(100), flat(100)] : [flat(100), WIDE, flat(100), flat(100)],
      directions: [1, 0, 0, 0].slice(0, fill_price === 'close_same' ? 3 : 4),
      vwap: [100, 100, 100, 100].slice(0, fill_price === 'close_same' ? 3 : 4),
      execution: { fill_price },
      risk: LEVERAGED,
    });

  test('A24: the entry bar counts whole for open_next', () => {
    expect(entered('open_next')).toEqual([-0.3, 0.4]);
  });

  test('A24: … its close only for the prices inside the bar', () => {
    expect(entered('vwap_next')).toEqual([0, 0.1]);
    expect(entered('mid_next')).toEqual([rounded(100 / 105 - 1), rounded(110 / 105 - 1)]);
    expect(entered('typical_next')[1]).toBe(rounded(110 / ((140 + 70 + 110) / 3) - 1));
  });

  test('A24: … and nothing for close_same', () => {
    expect(entered('close_same')).toEqual([0, 0]);
  });

  test('A24: bars held in between count whole, mirrored for a short', () => {
    const bars = [flat(100), flat(100), WIDE, flat(100), flat(100)];
    expect(excursions({ bars, directions: [1, 1, 0, 0, 0] })).toEqual([-0.3, 0.4]);
    expect(excursions({ bars, directions: [-1, -1, 0, 0, 0] })).toEqual([-0.4, 0.3]);
  });

  test('A24: the exit bar counts its exit price only when the exit is inside it', () => {
    const bars = [flat(100), flat(100), [90, 140, 70, 110], flat(110)] as const;
    expect(excursions({ bars, directions: [1, 0, 0, 0] })).toEqual([-0.1, 0]);
    expect(excursions({ bars, directions: [1, 1, 1, 1], risk: { stop_loss: 0.25 } })).toEqual([-0.25, 0]);
  });

  test('A24: … and whole when it is at the close', () => {
    const bars = [flat(100), flat(100), WIDE, flat(110)];
    expect(excursions({ bars, directions: [1, 1, 1, 1], risk: { max_bars_held: 2 } })).toEqual([-0.3, 0.4]);
    expect(excursions({ bars: bars.slice(0, 3), directions: [1, 1, 1], execution: { flatten_end: true } })).toEqual([-0.3, 0.4]);
    expect(excursions({ bars, directions: [1, 1, 0, 0], execution: { fill_price: 'close_same' } })).toEqual([-0.3, 0.4]);
  });

  test('A24: an exit at the close counts its fill price too', () => {
    const bars = [flat(100), flat(100), flat(100), flat(100)];
    const run = { bars, directions: [-1, -1, -1, -1], execution: { slippage_bps: 1000 }, risk: { max_bars_held: 2, ...LEVERAGED } };
    // Sold at 90, bought back at 110.
    expect(excursions(run)).toEqual([rounded(1 - 110 / 90), 0]);
  });

  test('A24: a partial reduction counts its fill price against the average before it', () => {
    // Bought at 110 (slippage), half sold at 180 before a bar that never trades above 120.
    const bars = [flat(100), flat(100), [200, 200, 100, 100], flat(100), flat(100)] as const;
    const reduced = excursions({
      bars,
      directions: [1, 0.5, 0, 0, 0],
      execution: { slippage_bps: 1000, fill_price: 'open_next' },
      risk: LEVERAGED,
    });
    expect(reduced).toEqual([rounded(90 / 110 - 1), rounded(200 / 110 - 1)]);
  });

  test('A24: the range of a bar is measured against the average after its own fill', () => {
    // 5 at 100, 5 at 120: the low of 88 on that bar is 20 % below 110, not 12 % below 100.
    const bars = [flat(100), flat(100), [120, 120, 88, 110], flat(110), flat(110)] as const;
    expect(excursions({ bars, directions: [0.5, 1, 0, 0, 0], risk: LEVERAGED })).toEqual([-0.2, rounded(120 / 110 - 1)]);
  });

  test('A24: if entry and exit share a bar, an exit inside it counts alone under open_next', () => {
    expect(excursions({ bars: [flat(100), WIDE, flat(100)], directions: [1, 1, 1], risk: { stop_loss: 0.1 } })).toEqual([-0.1, 0]);
  });

  test('A24: … an exit at its close leaves the whole range under open_next', () => {
    expect(excursions({ bars: [flat(100), WIDE, flat(100)], directions: [1, 1, 1], risk: { max_bars_held: 1 } })).toEqual([-0.3, 0.4]);
  });

  test('A24: … and the close and the exit under vwap_next', () => {
    const run = { bars: [flat(100), WIDE], directions: [1, 1], vwap: [100, 100], risk: LEVERAGED };
    expect(excursions({ ...run, execution: { fill_price: 'vwap_next', flatten_end: true } })).toEqual([0, 0.1]);
    // Sold at 99 after buying at 110.
    const dear = excursions({ ...run, execution: { fill_price: 'vwap_next', flatten_end: true, slippage_bps: 1000 } });
    expect(dear).toEqual([rounded(99 / 110 - 1), 0]);
  });

  test('A24: of a reversal the closed trade sees the fill price, the opened one its entry bar', () => {
    const bars = [flat(100), flat(100), [90, 140, 70, 110], flat(110), flat(110)] as const;
    const run = { bars, directions: [1, -1, 0, 0, 0], risk: LEVERAGED };
    expect(excursions(run, 0)).toEqual([-0.1, 0]);
    expect(excursions(run, 1)).toEqual([rounded(1 - 140 / 90), rounded(1 - 70 / 90)]);
  });
});
