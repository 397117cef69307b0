import { describe, expect, test } from '@jest/globals';
import type { RunConfig } from './config/run-config.js';
import { marketOf } from './testing/market.twin.js';
import { naiveWalkForward, type NaiveWalkForward, type Window } from './testing/naive-walk-forward.twin.js';
import { runOn } from './testing/run-on.twin.js';

const MARKET = marketOf({ bars: 97, seed: 5, vwap: true });
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'rsi_reversion', params: { window: 4, oversold: 40, overbought: 60 } },
  risk: { model: 'volatility_target', params: { lookback: 5 }, stop_loss: 0.04, max_bars_held: 9 },
  execution: { fee_bps: 5, slippage_bps: 3, borrow_cost_bps: 100, initial_cash: 5000 },
  metrics: { annualization: 252 },
};
const GRID = { window: [3, 5, 4], oversold: [45, 30] };
const POINTS = [45, 30].flatMap((oversold) => [3, 5, 4].map((window) => ({ oversold, window })));

const OBJECTIVES: Readonly<Record<string, (window: Window) => number | null>> = {
  sharpe: ({ sharpe }) => sharpe,
  max_drawdown: ({ max_drawdown }) => max_drawdown,
  trades: ({ trades }) => trades,
  total_fees: ({ total_fees }) => -total_fees,
};
const near = (actual: number | null, wanted: number | null): void => {
  if (wanted === null || actual === null) expect(actual).toBe(wanted);
  else expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(wanted)));
};

async function expectNaive(of: Omit<NaiveWalkForward, 'objective'>, objective: string, grid?: Record<string, number[]>): Promise<void> {
  const { folds, scheme, embargo } = of;
  const walk_forward = { folds, scheme, embargo, objective, ...(grid && { grid }) };
  const run = await runOn(of.candles, { ...of.config, validation: { walk_forward } });
  const naive = await naiveWalkForward({ ...of, objective: OBJECTIVES[objective]! });
  const found = run.validation.walk_forward!;
  expect(found.folds.map(({ params }) => params)).toEqual(naive.map(({ values }) => ({ ...run.config.strategy.params, ...values })));
  for (const [i, { inSample, outOfSample }] of naive.entries()) {
    for (const [metrics, window] of [
      [found.folds[i]!.in_sample, inSample] as const,
      [found.folds[i]!.out_of_sample, outOfSample] as const,
    ]) {
      near(metrics.sharpe, window.sharpe);
      near(metrics.max_drawdown, window.max_drawdown);
      near(metrics.total_fees, window.total_fees);
      expect(metrics.trades).toBe(window.trades);
      expect(metrics.final_equity).toBe(window.equity.at(-1));
      expect(metrics.periods_per_year).toBe(252); // C2
    }
  }
  const equity = run.validation_detail.filter(({ metric }) => metric === 'equity');
  expect(equity.map(({ value }) => value)).toEqual(naive.flatMap(({ outOfSample }) => outOfSample.equity));
  expect(equity.map(({ trial }) => trial)).toEqual(Array.from(equity, (_, i) => of.candles.ts.length - equity.length + i));
  const trains = naive.reduce((sum, { inSample }) => sum + inSample.mean, 0);
  near(found.efficiency, trains > 0 ? naive.reduce((sum, { outOfSample }) => sum + outOfSample.mean, 0) / trains : null);
}

describe('E8: a walk-forward is its windows, each run by itself on bars that end with it', () => {
  const whole = { candles: MARKET, config: CONFIG, points: POINTS };
  test.each(Object.keys(OBJECTIVES))('chosen by %s', async (objective) => {
    await expectNaive({ ...whole, folds: 3, scheme: 'anchored', embargo: 0 }, objective, GRID);
    await expectNaive({ ...whole, folds: 4, scheme: 'rolling', embargo: 2 }, objective, GRID);
  });
  test('with the fixed parameters where there is no grid', async () => {
    await expectNaive({ ...whole, points: [{}], folds: 5, scheme: 'anchored', embargo: 1 }, 'sharpe');
  });
  test.each(['open_next', 'mid_next', 'close_same', 'vwap_next'] as const)('filled at %s, held to the end', async (fill_price) => {
    const execution = { ...CONFIG.execution, fill_price, flatten_end: false };
    const config = {
      ...CONFIG,
      execution,
      risk: { rebalance: 'every_bar' as const },
      strategy: { name: 'momentum', params: { lookback: 9 } },
    };
    const points = [2, 30, 9].map((lookback) => ({ lookback }));
    await expectNaive({ candles: MARKET, config, points, folds: 3, scheme: 'rolling', embargo: 1 }, 'sharpe', { lookback: [2, 30, 9] });
  });
});

describe('E8, sentence by sentence', () => {
  const HOLD: Partial<RunConfig> = {
    strategy: { name: 'buy_and_hold' },
    execution: { sizing: 'fill', initial_cash: 1000 },
    metrics: { annualization: 252 },
  };
  const walk = async (params: Readonly<Record<string, unknown>>, config: Partial<RunConfig> = HOLD, candles = MARKET) => {
    const run = await runOn(candles, { ...config, validation: { walk_forward: params } });
    const equity = run.validation_detail.filter(({ metric }) => metric === 'equity').map(({ value }) => value!);
    return { ...run.validation.walk_forward!, equity, run };
  };

  test('E8: a direction already in force is traded from a’s close; a test starts flat', async () => {
    const { equity } = await walk({ folds: 1 });
    const { open, close } = MARKET;
    expect(equity[0]).toBe(1000);
    expect(equity[1]!).toBeCloseTo((1000 * close[49]!) / open[49]!, 9);
  });
  test('E8: flatten_end applies at each test’s end; the next starts flat with that equity', async () => {
    const { folds, equity } = await walk({ folds: 3 }, { ...HOLD, execution: { ...HOLD.execution, fee_bps: 10 } });
    folds.forEach(({ out_of_sample }) => expect(out_of_sample).toMatchObject({ trades: 1 }));
    expect(equity[24]).toBe(folds[0]!.out_of_sample.final_equity);
    expect(equity[23]).toBe(equity[24]); // the last close of a test, and the first of the next
  });
  test('E8: train runs see earlier bars as history: a window longer than the train still decides in it', async () => {
    const config = { ...HOLD, strategy: { name: 'momentum', params: { lookback: 20 } } };
    const { folds } = await walk({ folds: 8, scheme: 'rolling' }, config);
    expect(folds.slice(2).every(({ in_sample }) => in_sample.trades! > 0)).toBe(true);
    expect(folds[0]!.in_sample.trades).toBe(0); // its ten bars are the first
  });
  test('E8: a train run starts flat with initial_cash, on bars [lo, a − embargo)', async () => {
    const { folds, run } = await walk({ folds: 3, scheme: 'rolling', embargo: 4 });
    const { ts } = run.candles;
    const DAY = 86_400_000;
    expect(folds.map(({ train }) => train)).toEqual([0, 24, 48].map((lo) => ({ start: ts[lo], end: ts[lo + 24 - 4 - 1]! + DAY })));
    expect(folds.map(({ test: tested }) => tested)).toEqual(
      [
        [24, 47],
        [48, 71],
        [72, 96],
      ].map(([from, last]) => ({ start: ts[from!], end: ts[last!]! + DAY })),
    );
    const { open, close } = MARKET;
    expect(folds[1]!.in_sample.final_equity).toBeCloseTo((1000 * close[24 + 19]!) / open[25]!, 9);
  });
  test('E8: a null objective ranks last', async () => {
    const config = { ...HOLD, strategy: { name: 'momentum', params: { lookback: 3 } } };
    // with 60 bars of lookback the first train has no trade, so no win rate; even a win rate of 0 comes before it
    const { folds } = await walk({ folds: 1, objective: 'win_rate', grid: { lookback: [60, 3] } }, config);
    expect(folds[0]!.params['lookback']).toBe(3);
  });
  test('E8: refused grid points are skipped, those with too few bars too', async () => {
    const config = { ...HOLD, strategy: { name: 'dual_sma', params: { fast: 2, slow: 5 } } };
    const { folds } = await walk({ folds: 2, objective: 'trades', grid: { fast: [5, 2], slow: [5, 4, 97] } }, config);
    for (const { params } of folds) expect(params).toMatchObject({ fast: 2, slow: 4 });
    const flat = await walk({ folds: 2, objective: 'total_fees', grid: { fast: [5, 2], slow: [5, 4, 97] } }, config);
    for (const { params } of flat.folds) expect(params['slow']).not.toBe(97); // never trading, it would cost least
  });
  test('E8: values in the order given: of equals the first in grid order is chosen', async () => {
    const config = { ...HOLD, strategy: { name: 'momentum', params: { lookback: 3 } } };
    const { folds, stability } = await walk(
      { folds: 2, objective: 'periods_per_year', grid: { lookback: [9, 2, 4], long_only: [true, false] } },
      config,
    );
    for (const { params } of folds) expect(params).toEqual({ lookback: 9, long_only: true });
    expect(stability).toEqual({ lookback: 1, long_only: 1 });
  });
  test('E8: lower-is-better objectives are minimised', async () => {
    const config = { ...HOLD, strategy: { name: 'momentum', params: { lookback: 3 } }, execution: { fee_bps: 10 } };
    const chosen = async (objective: string) =>
      (await walk({ folds: 1, objective, grid: { lookback: [1, 30] } }, config)).folds[0]!.params['lookback'];
    expect([await chosen('turnover'), await chosen('trades')]).toEqual([30, 1]);
  });
  test('C2: with auto every fold has the run’s periods per year', async () => {
    const hours = marketOf({ bars: 200, seed: 2, stepMs: 3_600_000 });
    const { folds, run } = await walk({ folds: 6 }, { strategy: { name: 'buy_and_hold' }, timeframe: '1h' }, hours);
    for (const { in_sample, out_of_sample } of folds) {
      expect(in_sample.periods_per_year).toBe(run.periods_per_year);
      expect(out_of_sample.periods_per_year).toBe(run.periods_per_year);
    }
  });
  test('§9: a test that ends in ruin leaves nothing to the next', async () => {
    const crash = marketOf({ bars: 60, seed: 3 });
    for (const column of ['open', 'high', 'low', 'close'] as const) for (let t = 35; t < 60; t++) crash[column][t]! /= 4;
    const risk = { max_leverage: 3, model: 'kelly_fraction', params: { p_win: 1, payoff_ratio: 1, base_fraction: 3 } };
    const { equity, folds } = await walk({ folds: 3 }, { ...HOLD, risk }, crash);
    expect(equity[30]!).toBeLessThan(0);
    expect(new Set(equity.slice(30)).size).toBe(1);
    expect(folds[2]!.out_of_sample.trades).toBe(0);
  });
});
