import { expect, test } from '@jest/globals';
import { defineStrategy } from '@projecta/plugin';
import { runBacktest } from './run-backtest.js';
import type { WarningCode } from './run-result.js';
import { BASE } from './testing/base-config.twin.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import { barsOf, flat, onScript } from './testing/scripted.twin.js';

const MARKET = marketOf({ bars: 150, seed: 4 });

const codes = async (run: ReturnType<typeof runBacktest>): Promise<WarningCode[]> => (await run).summary.warnings.map(({ code }) => code);

test('none on a long run of many trades', async () => {
  const config = {
    ...BASE,
    start: '2020-01-01',
    strategy: { name: 'momentum', params: { lookback: 2 } },
    risk: { params: { fraction: 0.5 } },
  };
  expect(await codes(runBacktest({ config }))).toEqual([]);
});
test('NOT_CAUSAL for close_same', async () => {
  expect(await codes(runOn(MARKET, { execution: { fill_price: 'close_same' } }))).toContain('NOT_CAUSAL');
});
test('C2: ANNUALIZATION_GUESSED under a week of bars names the factor taken', async () => {
  const config = { ...BASE, timeframe: '1h', end: '2024-01-07' };
  const { summary, periods_per_year } = await runBacktest({ config });
  expect(periods_per_year).toBe(24 * 365);
  expect(summary.warnings.find(({ code }) => code === 'ANNUALIZATION_GUESSED')!.message).toContain('8760');
  expect(await codes(runBacktest({ config: { ...config, end: '2024-01-08' } }))).not.toContain('ANNUALIZATION_GUESSED');
  expect(await codes(runBacktest({ config: { ...config, metrics: { annualization: 252 } } }))).not.toContain('ANNUALIZATION_GUESSED');
});
test('GAPS counts the steps that are too long', async () => {
  const { summary } = await runOn(marketOf({ bars: 150, mood: 'gaps', seed: 6 }));
  expect(summary.gaps).toBeGreaterThan(3);
  expect(summary.warnings.find(({ code }) => code === 'GAPS')!.message).toContain(`${summary.gaps} steps between bars are longer than 1d`);
});
test('RUINED', async () => {
  const doubles = barsOf(flat(10), flat(10), flat(10), flat(30), flat(30));
  const run = await onScript(doubles, [-1]);
  expect(run.summary.warnings.map(({ code }) => code)).toContain('RUINED');
  expect(run.trades[0]).toMatchObject({ reason: 'liquidation', exit_bar: 3 });
});
test('FEW_TRADES below 30', async () => {
  const { summary } = await runOn(MARKET);
  expect(summary.warnings.find(({ code }) => code === 'FEW_TRADES')!.message).toContain(`${summary.metrics.trades} closed trades`);
  const busy = Array.from({ length: 70 }, (_, t) => 1 - 2 * (t % 2));
  expect((await onScript(MARKET, busy)).summary.warnings.map(({ code }) => code)).not.toContain('FEW_TRADES');
});
test('AMBIGUOUS_FILLS comes with the band of both readings', async () => {
  const torn = barsOf(flat(100), flat(100), [100, 120, 80, 100, 100], flat(100));
  const run = await onScript(torn, [1], { risk: { stop_loss: 0.125, take_profit: 0.125 } });
  expect(run.summary.warnings.map(({ code }) => code)).toContain('AMBIGUOUS_FILLS');
  expect(run.trades[0]).toMatchObject({ ambiguous: true, reason: 'stop_loss', exit_price: 87.5 });
  const { ambiguity_band: band } = run.summary;
  expect(band).toMatchObject({ ambiguous_bars: 1, final_equity: { low: 87_500, high: 112_500 } });
  expect(band!.total_return.low).toBe(-0.125);
  expect(band!.total_return.high).toBe(0.125);
  expect(band!.sharpe.low).toBeLessThan(0);
  expect(band!.sharpe.high).toBeGreaterThan(0);
  expect((await runOn(MARKET)).summary.ambiguity_band).toBeNull();
});
test('A26: the other reading of a step strategy leaves the decisions of the run as they were', async () => {
  const torn = barsOf(flat(100), flat(100), [100, 120, 80, 100, 100], flat(100), flat(100), flat(100));
  const cautious = defineStrategy({
    ...{ name: 'cautious', version: '1', title: 'C', description: 'Long; short for good once it has lost.', params: {} },
    onBar: (view) => (view.equity < 100_000 ? -1 : 1),
  });
  const run = await runOn(
    torn,
    { strategy: { name: 'cautious' }, risk: { stop_loss: 0.125, take_profit: 0.125 } },
    { plugins: [cautious] },
  );
  expect([...run.directions]).toEqual([1, 1, -1, -1, -1, -1]);
  expect(run.summary.ambiguity_band).toMatchObject({ final_equity: { low: 87_500, high: 112_500 } });
});
test('ORDERS_CLIPPED when the cash does not pay for the whole buy', async () => {
  const jump = barsOf(flat(100), flat(110), flat(110), flat(110));
  expect((await onScript(jump, [1])).summary.warnings.find(({ code }) => code === 'ORDERS_CLIPPED')!.message).toContain(
    '1 buy order was cut',
  );
});
test('ORDERS_DROPPED on a bar without volume', async () => {
  const dry = barsOf(flat(100), [100, 100, 100, 100, 0], flat(100), flat(100));
  const run = await onScript(dry, [1], { execution: { zero_volume: 'drop' } });
  expect(run.fills).toEqual([]);
  expect(run.summary.warnings.find(({ code }) => code === 'ORDERS_DROPPED')!.message).toContain('1 order was dropped');
});
