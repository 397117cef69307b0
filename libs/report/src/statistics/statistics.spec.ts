import { describe, expect, test } from '@jest/globals';
import type { Trade } from '@projecta/engine';
import { buyAndHold } from './buy-and-hold.js';
import { binsFor, histogramOf } from './histogram.js';
import { periodReturns } from './period-returns.js';
import { returnsInMarket } from './returns-in-market.js';
import { shownTrades } from './shown-trades.js';
import { tradeGroups } from './trade-groups.js';
import { waterfallSteps } from './waterfall-steps.js';
import { worstDrawdowns } from './worst-drawdowns.js';

const DAY = 86_400_000;

test('buy and hold grows as the close does', () => {
  expect([...buyAndHold(Float64Array.of(50, 100, 25), 1000)]).toEqual([1000, 2000, 500]);
});

describe('histogramOf', () => {
  test('counts every finite value once, in bins aligned to 0', () => {
    const { start, step, counts, total, outside } = histogramOf([-0.3, -0.1, 0, 0.05, 0.3, NaN], { bins: 6, low: -0.3, high: 0.3 });
    expect({ start, step, total, outside }).toEqual({ start: -0.30000000000000004, step: 0.1, total: 5, outside: 0 });
    expect(counts).toEqual([1, 0, 1, 2, 0, 1]);
  });

  test('puts what lies beyond its bounds into the outermost bins and says how many', () => {
    const { counts, outside } = histogramOf([-9, 0.5, 1.5, 9, 99], { bins: 2, low: 0, high: 2 });
    expect(counts).toEqual([2, 3]);
    expect(outside).toBe(3);
  });

  test('of one repeated value has one bin', () => {
    expect(histogramOf([5, 5, 5], { bins: 10, low: 5, high: 5 }).counts).toEqual([3]);
    expect(histogramOf([0], { bins: 10, low: 0, high: 0 }).counts).toEqual([1]);
  });

  test('takes fewer bins of fewer values', () => {
    expect([binsFor(3, 64), binsFor(100, 64), binsFor(10_000, 64)]).toEqual([6, 20, 64]);
  });
});

describe('periodReturns', () => {
  const ts = Float64Array.of(Date.UTC(2023, 11, 29), Date.UTC(2024, 0, 2), Date.UTC(2024, 0, 31), Date.UTC(2024, 2, 1));
  const equity = Float64Array.of(110, 121, 132, 66);
  const close = Float64Array.of(10, 11, 12, 6);

  test('of months compound to the total return, the first from the initial cash', () => {
    const returns = periodReturns({ ts, equity, close, initialCash: 100 })!;
    expect(returns.kind).toBe('months');
    expect(returns.rows.map(({ label }) => label)).toEqual(['2023', '2024']);
    const cells = returns.rows.flatMap((row) => row.cells);
    expect(cells.filter((value) => value !== null).reduce((growth, value) => growth * (1 + value), 1)).toBeCloseTo(66 / 100, 12);
    expect(returns.rows[0]!.cells[11]).toBeCloseTo(0.1, 12);
    expect(returns.rows[1]!.cells[0]).toBeCloseTo(0.2, 12);
    expect(returns.rows[1]!.cells[1]).toBeNull();
    expect(returns.rows[1]!.total).toBeCloseTo(66 / 110 - 1, 12);
    expect(returns.rows[1]!.hold).toBeCloseTo(6 / 10 - 1, 12);
  });

  test('of a day are hours, of a few days of one month days by week', () => {
    const hours = Float64Array.from({ length: 30 }, (_, t) => Date.UTC(2024, 0, 2) + t * 3_600_000);
    const flat = new Float64Array(30).fill(1);
    expect(periodReturns({ ts: hours, equity: flat, close: flat, initialCash: 1 })).toMatchObject({
      kind: 'hours',
      rows: [{ label: '01-02' }, { label: '01-03' }],
    });
    const days = Float64Array.from({ length: 10 }, (_, t) => Date.UTC(2024, 0, 2) + t * DAY);
    const week = periodReturns({ ts: days, equity: flat.subarray(0, 10), close: flat, initialCash: 1 })!;
    expect(week.kind).toBe('days');
    expect(week.rows.map(({ label }) => label)).toEqual(['01-01', '01-08']);
    expect(week.rows[0]!.cells).toEqual([null, 0, 0, 0, 0, 0, 0]);
  });

  test('do not exist after ruin or for one bar, and a century is enough', () => {
    const ruined = periodReturns({ ts, equity: Float64Array.of(110, -5, -5, -5), close, initialCash: 100 })!;
    expect(ruined.rows[1]!.cells[2]).toBeNull();
    expect(periodReturns({ ts: ts.subarray(0, 1), equity, close, initialCash: 100 })).toBeNull();
    const years = Float64Array.from({ length: 300 }, (_, t) => Date.UTC(1800 + t, 0, 1));
    const long = periodReturns({ ts: years, equity: years.map(() => 1), close: years.map(() => 1), initialCash: 1 })!;
    expect([long.rows.length, long.omitted]).toEqual([100, 200]);
  });
});

describe('worstDrawdowns', () => {
  test('are deepest first with peak, trough and recovery; an open one has none', () => {
    const drawdown = Float64Array.of(0, -0.1, -0.05, 0, 0, -0.3, -0.2);
    expect(worstDrawdowns(drawdown, 5)).toEqual([
      { peak: 4, trough: 5, recovery: null, depth: -0.3 },
      { peak: 0, trough: 1, recovery: 3, depth: -0.1 },
    ]);
    expect(worstDrawdowns(drawdown, 1)).toHaveLength(1);
    expect(worstDrawdowns(new Float64Array(4), 5)).toEqual([]);
  });
});

describe('waterfallSteps', () => {
  test('begin where the last ended and end at the net', () => {
    const steps = waterfallSteps({
      ideal_pnl: 100,
      delay: -5,
      slippage: 10,
      fees: 20,
      borrow: 0,
      net_pnl: 75,
      break_even_cost_multiple: 3.5,
    });
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 105],
      [105, 95],
      [95, 75],
      [75, 75],
      [0, 75],
    ]);
    expect(steps.map(({ amount }) => amount)).toEqual([100, 5, -10, -20, 0, 75]);
  });
});

describe('returnsInMarket', () => {
  test('leave out flat bars but not a bar that only paid a fee', () => {
    const { returns, flatBars } = returnsInMarket(Float64Array.of(100, 100, 110, 99, 98, 98), Float64Array.of(0, 0, 1, 1, 0, 0));
    expect([...returns].map((value) => Number(value.toFixed(6)))).toEqual([0.1, -0.1, -0.010101]);
    expect(flatBars).toBe(2);
  });

  test('do not exist after equity of 0 or less', () => {
    expect(returnsInMarket(Float64Array.of(100, -5, -5), Float64Array.of(1, 0, 0)).returns).toHaveLength(1);
    expect(returnsInMarket(Float64Array.of(100), Float64Array.of(0))).toMatchObject({ flatBars: 0, mean: 0, std: 0 });
  });
});

describe('trades', () => {
  const trade = (net_pnl: number, side: 1 | -1 = 1): Trade => ({ net_pnl, side, fees: 1, slippage: 2, borrow: 0, bars_held: 4 }) as Trade;

  test('shown are all when they are few', () => {
    expect(shownTrades([trade(1), trade(-1)], 4).map(({ number }) => number)).toEqual([1, 2]);
  });

  test('shown of many are the first, last, best and worst, in time order, ties the earlier', () => {
    const nets = [0, 0, 0, 9, 0, -9, 0, 0, 0, 0];
    expect(
      shownTrades(
        nets.map((net) => trade(net)),
        4,
      ).map(({ number }) => number),
    ).toEqual([1, 4, 6, 10]);
    const ties = Array.from({ length: 1000 }, () => trade(1));
    expect(shownTrades(ties, 40).length).toBeLessThanOrEqual(40);
  });

  test('are summed by name', () => {
    expect(tradeGroups([trade(3), trade(-1, -1), trade(0)], ({ side }) => String(side))).toEqual([
      { name: '1', trades: 2, wins: 1, net: 3, costs: 6, barsHeld: 8 },
      { name: '-1', trades: 1, wins: 0, net: -1, costs: 3, barsHeld: 4 },
    ]);
  });
});
