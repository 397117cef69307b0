import { describe, expect, test } from '@jest/globals';
import { resampleCandles, TIMEFRAMES, timeframeMs } from '@projecta/candles';
import type { RunConfig } from './config/run-config.js';
import { RunCancelled } from './progress.js';
import { runBacktest } from './run-backtest.js';
import { BASE } from './testing/base-config.twin.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import { onScript } from './testing/scripted.twin.js';

const MARKET = marketOf({ bars: 150, seed: 4 });

describe('what a result holds', () => {
  test('the attribution sums, and so do the ledgers', async () => {
    const execution = {
      fee_bps: 3,
      slippage_bps: 4,
      borrow_cost_bps: 100,
      fee_fixed: 1,
      slippage_model: { model: 'sqrt_impact', params: { coefficient: 0.1, lookback: 5 } },
    };
    const run = await runOn(MARKET, { execution, strategy: { name: 'momentum', params: { lookback: 3 } } });
    const { attribution: sum } = run.summary;
    const notional = run.fills.reduce((total, fill) => total + fill.notional, 0);
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * notional);
    near(sum.net_pnl, sum.ideal_pnl - sum.delay - sum.slippage - sum.fees - sum.borrow);
    near(sum.net_pnl, run.equity.equity[149]! - 100_000);
    near(
      sum.net_pnl,
      run.trades.reduce((total, trade) => total + trade.net_pnl, 0),
    );
    near(
      sum.fees,
      run.fills.reduce((total, fill) => total + fill.fee, 0),
    );
    near(
      sum.slippage,
      run.fills.reduce((total, fill) => total + fill.slippage, 0),
    );
    expect(sum.break_even_cost_multiple).not.toBeNull();
  });
  test('a trade left open is in the summary, not in the list', async () => {
    const script = [0, 0, 1, 0, -1];
    const { trades, summary, equity } = await onScript(MARKET, script, { execution: { flatten_end: false } });
    expect(trades).toHaveLength(1);
    expect(summary.open_trade).toMatchObject({ side: -1, entry_bar: 5, entry_ts: MARKET.ts[5], position: equity.position[149] });
    const closed = await onScript(MARKET, script);
    expect(closed.trades).toHaveLength(2);
    expect(closed.summary.open_trade).toBeNull();
    expect(closed.fills.at(-1)).toMatchObject({ reason: 'end', synthetic: true, bar: 149 });
  });
  test('feature columns are named after indicator, parameters, output and a source other than close', async () => {
    const indicators = [
      { name: 'sma', params: { window: 5 } },
      { name: 'sma', params: { window: 5, source: 'high' } },
      { name: 'macd' },
      { name: 'obv' },
      { name: 'bollinger', params: { k: 2.5 } },
      { name: 'dual_sma', params: { fast: 5, slow: 20 } },
    ];
    const { features } = await runOn(MARKET, { indicators });
    expect(Object.keys(features)).toEqual([
      ...['sma_5', 'sma_5_high', 'macd_12_26_9.macd', 'macd_12_26_9.signal', 'macd_12_26_9.histogram', 'obv'],
      ...['bollinger_20_2.5.lower', 'bollinger_20_2.5.middle', 'bollinger_20_2.5.upper', 'dual_sma_5_20.fast', 'dual_sma_5_20.slow'],
    ]);
    for (const column of Object.values(features)) expect(column).toHaveLength(150);
    expect(features['sma_5']![4]).toBeCloseTo(MARKET.close.subarray(0, 5).reduce((sum, one) => sum + one) / 5, 12);
    expect(features['sma_5']).toEqual(features['sma_5']!.map((value, t) => (t < 4 ? NaN : value)));
  });
  test('C9: exposure is position·close/equity, signed', async () => {
    const { equity } = await onScript(MARKET, [1, 1, -0.5], { execution: { flatten_end: false } });
    equity.exposure.forEach((one, t) =>
      expect(one).toBe(equity.position[t] === 0 ? 0 : (equity.position[t]! * MARKET.close[t]!) / equity.equity[t]!),
    );
    expect([Math.sign(equity.exposure[2]!), Math.sign(equity.exposure[140]!)]).toEqual([1, -1]);
  });
  test('F3: candles are resampled whole, then sliced by bin start', async () => {
    const hours = marketOf({ bars: 24 * 40, seed: 2, stepMs: 3_600_000 });
    const span = { start: '2024-01-03T05:00:00Z', end: '2024-02-05T12:00:00Z' };
    const run = await runOn(hours, { ...span, timeframe: '1d' });
    const days = resampleCandles(hours, '1d');
    expect([...run.candles.ts]).toEqual([...days.ts].slice(3, 36)); // the bin of the 3rd opens before start; that of 5 February is whole
    expect([...run.candles.volume!]).toEqual([...days.volume!].slice(3, 36));
  });
  test('the rows carry the times of their bars, and trades know the equity before them', async () => {
    const { fills, trades, equity } = await runOn(MARKET, { strategy: { name: 'momentum', params: { lookback: 3 } } });
    for (const fill of fills) expect(fill.ts).toBe(MARKET.ts[fill.bar]);
    for (const trade of trades) {
      expect([trade.entry_ts, trade.exit_ts]).toEqual([MARKET.ts[trade.entry_bar], MARKET.ts[trade.exit_bar]]);
      expect(trade.equity_at_entry).toBe(equity.equity[trade.entry_bar - 1]);
    }
  });
});

describe('progress and cancellation', () => {
  const permuted: RunConfig = { ...BASE, validation: { permutation: { trials: 6 } } };

  test('stages are told in order, and trials as they are done, a quantum of bars at a time', async () => {
    const told: string[] = [];
    const config = { ...BASE, validation: { permutation: { trials: 3000 } } }; // of 120 bars, passed three times each: told after every 278
    await runBacktest({ config, onProgress: ({ stage, done, total }) => void told.push(`${stage} ${done}/${total}`) });
    const trials = Array.from({ length: 11 }, (_, step) => 278 * step).map((trial) => `permutation ${trial}/3000`);
    expect(told).toEqual(['data 0/1', 'indicators 0/1', 'strategy 0/1', 'simulation 0/1', 'metrics 0/1', ...trials]);
  });
  test('a promise that onProgress returns is awaited', async () => {
    let open = 0;
    const onProgress = async () => {
      expect(++open).toBe(1);
      for (let turn = 0; turn < 50; turn++) await Promise.resolve(); // longer than the run's own turns
      open--;
    };
    await runBacktest({ config: permuted, onProgress });
  });
  test('a cancel in the middle of a permutation ends it with RunCancelled, before the next trials', async () => {
    const signal = { aborted: false };
    const seen: number[] = [];
    const run = runBacktest({
      config: { ...BASE, validation: { permutation: { trials: 100_000 } } },
      signal,
      onProgress: ({ stage, done }) => {
        if (stage === 'permutation') seen.push(done);
        if (done > 1000) signal.aborted = true;
      },
    });
    await expect(run).rejects.toBeInstanceOf(RunCancelled);
    expect(seen).toEqual([0, 278, 556, 834, 1112]);
  });
  test('a run cancelled before it starts does nothing', async () => {
    await expect(runBacktest({ config: BASE, signal: { aborted: true } })).rejects.toMatchObject({
      name: 'AbortError',
      message: 'The run was cancelled.',
    });
  });
});

describe('TEST and the first payloads', () => {
  test.each(TIMEFRAMES)('TEST has bars of %s in any range', async (timeframe) => {
    for (const start of [Date.UTC(1969, 5, 1), Date.UTC(2031, 1, 3, 4, 5, 6)]) {
      const run = await runBacktest({ config: { ...BASE, timeframe, start, end: start + 60 * timeframeMs(timeframe) } });
      expect(run.summary.bars).toBe(60);
      expect(run.candles.ts[0]! - start).toBeLessThan(timeframeMs(timeframe));
    }
  });
  test('the sample of the contract runs as it stands', async () => {
    const text = `{ "symbol": "TEST", "timeframe": "1m", "start": "2024-01-01", "end": "2024-01-02",
      "indicators": [{"name": "sma", "params": {"window": 5}}, {"name": "sma", "params": {"window": 15}}],
      "strategy": {"name": "dual_sma", "params": {"fast": 5, "slow": 15}},
      "risk": {"model": "fixed_fraction", "params": {"fraction": 0.1}},
      "execution": {"slippage_bps": 0, "fee_bps": 0, "borrow_cost_bps": 0},
      "validation": {"permutation": {"trials": 3}},
      "seed": 42 }`;
    const run = await runBacktest({ config: JSON.parse(text) as RunConfig });
    expect(run.summary.bars).toBe(1440);
    expect(run.trades.length).toBeGreaterThan(30);
    expect(run.validation.permutation).toMatchObject({ trials: 3, method: 'bars', statistic: 'sharpe', seed: 42, of: 'run' });
    expect(run.validation_detail).toHaveLength(3);
    expect(run.summary.validation).toEqual({ permutation: run.validation.permutation!.verdict });
  });
  test('the preset of the card runs as it stands', async () => {
    const preset = {
      indicators: [{ name: 'dual_sma', params: { fast: 5, slow: 20 } }],
      strategy: { name: 'dual_sma', params: {} },
      execution: { slippage_bps: 5, fee_bps: 0 },
    };
    const run = await runBacktest({ config: { symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-03-01', ...preset } });
    expect(run.config.strategy.params).toEqual({ fast: 5, slow: 20, long_only: false });
    expect(run.trades.length).toBeGreaterThan(10);
    expect(run.metrics.total_slippage).toBeGreaterThan(0);
  });
});
