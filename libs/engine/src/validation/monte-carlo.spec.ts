import { describe, expect, test } from '@jest/globals';
import { returnsOf } from '@projecta/metrics';
import { defineStrategy } from '@projecta/plugin';
import { randomStream } from '@projecta/random';
import { drawnPath } from '@projecta/validation';
import type { RunConfig } from '../config/run-config.js';
import type { Progress } from '../progress.js';
import type { RunResult } from '../run-result.js';
import { marketOf } from '../testing/market.twin.js';
import { runOn } from '../testing/run-on.twin.js';
import { barsOf, flat, onScript } from '../testing/scripted.twin.js';

const MARKET = marketOf({ bars: 120, seed: 4, vwap: true });
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'rsi_reversion', params: { window: 4, oversold: 40, overbought: 60 } },
  risk: { stop_loss: 0.04, take_profit: 0.05 },
  execution: { fee_bps: 2, slippage_bps: 1 },
  seed: 11,
};
const PATHS = 25;
const withPaths = (params: object): Partial<RunConfig> => ({ ...CONFIG, validation: { monte_carlo: { paths: PATHS, ...params } } });
const valuesOf = ({ validation_detail }: RunResult, metric: string) =>
  validation_detail.filter((row) => row.metric === metric).map(({ value }) => value);

function pathsOf(returns: Float64Array): { final: number; drawdown: number }[] {
  return Array.from({ length: PATHS }, (_, trial) => {
    const path = { final: NaN, drawdown: NaN };
    drawnPath(randomStream(11, 'monte_carlo', trial), { returns, start: 100_000, drawn: new Int32Array(returns.length) }, path);
    return path;
  });
}

describe('E7: paths of drawn trades and returns', () => {
  test('trades are net P&L on the equity at the close before the entry bar', async () => {
    const run = await runOn(MARKET, withPaths({}));
    const returns = Float64Array.from(run.trades, ({ net_pnl, entry_bar }) => net_pnl / (run.equity.equity[entry_bar - 1] ?? 100_000));
    const paths = pathsOf(returns);
    expect(returns.length).toBeGreaterThan(5);
    valuesOf(run, 'final_equity').forEach((value, trial) => expect(Math.abs(value! / paths[trial]!.final - 1)).toBeLessThan(1e-12));
    valuesOf(run, 'max_drawdown').forEach((value, trial) => expect(Math.abs(value! - paths[trial]!.drawdown)).toBeLessThan(1e-12));
  });
  test('a trade entered on the first bar is on the initial cash', async () => {
    const config = { ...withPaths({}), execution: { fill_price: 'close_same' as const, fee_bps: 50 } };
    const run = await onScript(barsOf(flat(100), flat(110), flat(121), flat(121)), [1, 1, 0], config);
    expect(run.trades[0]).toMatchObject({ entry_bar: 0, equity_at_entry: 100_000 });
    const growth = 1 + run.trades[0]!.net_pnl / 100_000;
    for (const value of valuesOf(run, 'final_equity')) expect(value).toBeCloseTo(100_000 * growth, 6);
  });
  test('returns are those of equity from bar to bar', async () => {
    const run = await runOn(MARKET, withPaths({ method: 'returns' }));
    const paths = pathsOf(returnsOf(run.equity.equity));
    expect(valuesOf(run, 'final_equity')).toEqual(paths.map(({ final }) => final));
    expect(valuesOf(run, 'max_drawdown')).toEqual(paths.map(({ drawdown }) => drawdown));
  });
  test('of a run without trades stay at the initial cash, and the verdict says why', async () => {
    const run = await onScript(MARKET, [0], withPaths({}));
    expect(run.validation.monte_carlo).toMatchObject({
      p_ruin: 0,
      final_equity: { mean: 100_000, std: 0 },
      max_drawdown: { mean: 0 },
      verdict: 'The run closed no trade: there is nothing to draw from, and every path stays at the initial cash.',
    });
  });
  test('ruin counts at ruin_drawdown', async () => {
    const run = await runOn(MARKET, withPaths({ method: 'returns', ruin_drawdown: 0.1 }));
    const ruined = valuesOf(run, 'max_drawdown').filter((value) => value! <= -0.1).length;
    expect(ruined).toBeGreaterThan(0);
    expect(ruined).toBeLessThan(PATHS);
    expect(run.validation.monte_carlo!.p_ruin).toBe(ruined / PATHS);
  });
});

describe('E7: paths of other luck in execution', () => {
  test('without jitter and delay are the run itself, its drawdown from the initial cash', async () => {
    const run = await runOn(MARKET, withPaths({ method: 'execution', jitter_bps: 0, delay_probability: 0 }));
    expect(new Set(valuesOf(run, 'final_equity'))).toEqual(new Set([run.metrics.final_equity]));
    expect(valuesOf(run, 'max_drawdown')[0]).toBeCloseTo(run.metrics.max_drawdown!, 12);
  });
  test('move each fill by its own draw of the path’s stream', async () => {
    const market = barsOf(flat(100), flat(100), flat(110), flat(110), flat(110));
    const config = { validation: { monte_carlo: { paths: 5, method: 'execution', jitter_bps: 100, delay_probability: 0 } }, seed: 3 };
    const run = await onScript(market, [1, 1, 0, 0], { ...config, execution: { sizing: 'fill' } });
    valuesOf(run, 'final_equity').forEach((value, trial) => {
      const { uniform } = randomStream(3, 'monte_carlo', trial);
      const price = (base: number) => base * (1 + ((2 * uniform() - 1) * 100) / 1e4);
      uniform(); // the order to buy is placed
      const bought = price(100);
      uniform(); // the order to sell
      const sold = price(110);
      const quantity = Math.min(1000, 100_000 / bought); // what the cash pays for
      expect(value).toBeCloseTo(100_000 + quantity * (sold - bought), 5);
    });
  });
  test('delay orders by a bar: the price of the next bar is paid', async () => {
    const market = barsOf(flat(100), flat(100), flat(120), flat(120), flat(144), flat(144));
    const config = { validation: { monte_carlo: { paths: 3, method: 'execution', jitter_bps: 0, delay_probability: 1 } } };
    const run = await onScript(market, [1, 1, 1, 1, 1], config);
    expect(run.metrics.final_equity).toBeCloseTo(144_000, 6);
    for (const value of valuesOf(run, 'final_equity')) expect(value).toBeCloseTo((100_000 * 144) / 120, 0);
  });
  test('floor equity at 0: who is ruined ends with nothing', async () => {
    const market = barsOf(flat(100), flat(100), flat(40), flat(40), flat(40));
    const config = { validation: { monte_carlo: { paths: 3, method: 'execution', jitter_bps: 1, delay_probability: 0 } } };
    const doubled = { model: 'kelly_fraction', max_leverage: 2, params: { p_win: 1, payoff_ratio: 1, base_fraction: 2 } };
    const run = await onScript(market, [1, 1, 1], { ...config, risk: doubled });
    expect(run.metrics.final_equity).toBeLessThan(0);
    expect(valuesOf(run, 'final_equity')).toEqual([0, 0, 0]);
    expect(run.validation.monte_carlo).toMatchObject({ p_ruin: 1, max_drawdown: { mean: -1 } });
  });
  test('a step strategy decides anew from the position it really has, and the run’s own decisions stay', async () => {
    const steps = defineStrategy({
      ...{ name: 'steps', version: '1', title: 'Steps', description: 'Buys dips, sells at a gain on its own fill.', params: {} },
      onBar: (view) => (view.position > 0 ? (view.close() > 1.01 * view.entryPrice ? 0 : 1) : view.close() < view.close(1) ? 1 : 0),
    });
    const config = { strategy: { name: 'steps' }, seed: 5 };
    const plain = await runOn(MARKET, config, { plugins: [steps] });
    const tried = await runOn(
      MARKET,
      { ...config, validation: { monte_carlo: { paths: 8, method: 'execution', jitter_bps: 100, delay_probability: 0.5 } } },
      { plugins: [steps] },
    );
    expect(tried.directions).toEqual(plain.directions);
    expect(tried.equity).toEqual(plain.equity);
    expect(new Set(valuesOf(tried, 'final_equity')).size).toBe(8);
  });
  test('the verdict says what it is about', async () => {
    const { verdict } = (await runOn(MARKET, withPaths({ method: 'execution' }))).validation.monte_carlo!;
    expect(verdict).toContain('runs with other luck in execution');
    expect(verdict).toContain('never whether the market was luck');
  });
});

describe('paths depend on seed and trial only', () => {
  const finals = async (config: Partial<RunConfig>) => valuesOf(await runOn(MARKET, config), 'final_equity');
  test.each(['trades', 'returns', 'execution'])('%s: more paths begin with the same ones, another seed draws others', async (method) => {
    const few = await finals(withPaths({ method, paths: 4 }));
    expect((await finals(withPaths({ method, paths: 9 }))).slice(0, 4)).toEqual(few);
    expect(await finals({ ...withPaths({ method, paths: 4 }), seed: 12 })).not.toEqual(few);
  });
});

test('progress is told under the method’s name, and a cancel is seen at the next checkpoint', async () => {
  const signal = { aborted: false };
  let seen = 0;
  const onProgress = ({ stage, total }: Progress) => {
    if (stage !== 'monte_carlo') return;
    expect(total).toBe(5000);
    if (++seen === 3) signal.aborted = true;
  };
  const config = withPaths({ method: 'execution', paths: 5000 });
  await expect(runOn(MARKET, config, { onProgress, signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen).toBe(3);
});
