import { describe, expect, test } from '@jest/globals';
import { returnsOf } from '@projecta/metrics';
import { distributionOf, politisWhite, resampler } from '@projecta/validation';
import type { RunConfig } from '../config/run-config.js';
import type { Progress } from '../progress.js';
import { marketOf } from '../testing/market.twin.js';
import { runOn } from '../testing/run-on.twin.js';
import { onScript } from '../testing/scripted.twin.js';

const MARKET = marketOf({ bars: 90, seed: 12 });
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'rsi_reversion', params: { window: 4, oversold: 40, overbought: 60 } },
  execution: { fee_bps: 2 },
  metrics: { risk_free: 0.01 },
  seed: 11,
};
const METRICS = ['sharpe', 'cagr', 'max_drawdown', 'volatility'] as const;
const withBootstrap = (params: object): Partial<RunConfig> => ({ ...CONFIG, validation: { block_bootstrap: { samples: 30, ...params } } });

describe('a block bootstrap of a run', () => {
  test('is of the returns of its equity, over its own time and annualisation', async () => {
    const run = await runOn(MARKET, withBootstrap({ block_length: 4 }));
    const returns = returnsOf(run.equity.equity);
    const returnsRun = {
      returns,
      ts: run.candles.ts,
      firstEquity: run.equity.equity[0]!,
      initialCash: 100_000,
      periodsPerYear: run.periods_per_year,
      riskFree: 0.01,
    };
    const sample = resampler(returnsRun, { method: 'stationary', blockLength: 4, metrics: METRICS, seed: 11 });
    const values = Array.from({ length: 30 }, (_, trial) => sample(trial));
    METRICS.forEach((metric, k) => {
      const rows = run.validation_detail.filter((row) => row.metric === metric);
      expect(rows).toEqual(values.map((all, trial) => ({ method: 'block_bootstrap', trial, metric, value: all[k] })));
      expect(run.validation.block_bootstrap!.metrics[metric]).toMatchObject({
        observed: run.metrics[metric],
        distribution: distributionOf(values.map((all) => all[k]!)),
      });
    });
    expect(run.validation.block_bootstrap).toMatchObject({ method: 'stationary', block_length: 4, samples: 30, seed: 11 });
  });
  test('takes the block length of Politis & White, whole for circular blocks, and 1 bar by bar', async () => {
    const lengthOf = async (params: object) => {
      const run = await runOn(MARKET, withBootstrap({ samples: 2, ...params }));
      return { found: run.validation.block_bootstrap!.block_length, returns: returnsOf(run.equity.equity) };
    };
    const stationary = await lengthOf({});
    expect(stationary.found).toBe(politisWhite(stationary.returns, 'stationary'));
    expect((await lengthOf({ method: 'circular' })).found).toBe(politisWhite(stationary.returns, 'circular'));
    expect((await lengthOf({ method: 'circular', block_length: 2.5 })).found).toBe(3);
    expect((await lengthOf({ block_length: 2.5 })).found).toBe(2.5);
    expect((await lengthOf({ method: 'iid', block_length: 9 })).found).toBe(1);
  });
  test('E6: bca moves the ends and leaves the samples; max_drawdown keeps its percentiles, with a note', async () => {
    const percentile = await runOn(MARKET, withBootstrap({}));
    const bca = await runOn(MARKET, withBootstrap({ interval: 'bca' }));
    const of = (run: typeof bca, id: string) => run.validation.block_bootstrap!.metrics[id]!;
    expect(bca.validation_detail).toEqual(percentile.validation_detail);
    for (const id of ['sharpe', 'cagr', 'volatility']) {
      expect(of(bca, id).distribution).toEqual(of(percentile, id).distribution);
      expect([of(bca, id).low, of(bca, id).high]).not.toEqual([of(percentile, id).low, of(percentile, id).high]);
    }
    expect(of(bca, 'max_drawdown')).toEqual({ ...of(percentile, 'max_drawdown'), note: 'percentile: bca is not for max drawdown' });
  });
  test('of a run that never traded has no Sharpe ratio, and says so in words', async () => {
    const run = await onScript(MARKET, [0], withBootstrap({ interval: 'bca' }));
    const { metrics, verdict } = run.validation.block_bootstrap!;
    expect(metrics['sharpe']).toMatchObject({ observed: null, low: null, high: null, distribution: { count: 0 } });
    expect(metrics['volatility']).toMatchObject({ observed: 0, low: 0, high: 0, distribution: { count: 30, mean: 0, std: 0 } });
    expect(verdict).toContain('sharpe (observed none) has no interval');
    expect(run.summary.validation['block_bootstrap']).toBe(verdict);
  });
  test('takes any metric, once each, and says of one that returns do not decide that there is nothing to resample', async () => {
    const run = await runOn(MARKET, withBootstrap({ metrics: ['sortino', 'win_rate'], interval: 'bca' }));
    const { sortino, win_rate } = run.validation.block_bootstrap!.metrics;
    expect(sortino).toMatchObject({ observed: run.metrics.sortino, distribution: { count: 30 } });
    expect(sortino!.low).toBeLessThan(sortino!.high!);
    expect(win_rate).toMatchObject({ observed: run.metrics.win_rate, low: null, distribution: { count: 0 } });
  });
});

describe('samples depend on seed and trial only', () => {
  const values = async (config: Partial<RunConfig>) => (await runOn(MARKET, config)).validation_detail.map(({ value }) => value);
  test('more samples begin with the same ones', async () => {
    const few = await values(withBootstrap({ samples: 4, metrics: ['sharpe'] }));
    expect((await values(withBootstrap({ samples: 9, metrics: ['sharpe'] }))).slice(0, 4)).toEqual(few);
  });
  test('another seed draws others', async () => {
    expect(await values({ ...withBootstrap({}), seed: 12 })).not.toEqual(await values(withBootstrap({})));
  });
});

describe('on the way', () => {
  test('progress is told under the method’s name and never goes back', async () => {
    const told: Progress[] = [];
    await runOn(MARKET, withBootstrap({ samples: 20_000, metrics: ['sharpe'] }), { onProgress: (progress) => void told.push(progress) });
    const own = told.filter(({ stage }) => stage === 'block_bootstrap');
    expect(own.length).toBeGreaterThan(5);
    expect(own.map(({ done }) => done)).toEqual([...own.map(({ done }) => done)].sort((a, b) => a - b));
    expect(own.every(({ total }) => total === 20_000)).toBe(true);
  });
  test('a cancel is seen at the next of many checkpoints, in the jackknife too', async () => {
    for (const last of [3, 12]) {
      const signal = { aborted: false };
      let seen = 0;
      const onProgress = ({ stage }: Progress) => {
        if (stage === 'block_bootstrap' && ++seen === last) signal.aborted = true;
      };
      const config = withBootstrap({ samples: 2000, interval: 'bca', metrics: ['skew'] });
      await expect(runOn(marketOf({ bars: 1500 }), config, { onProgress, signal })).rejects.toMatchObject({ name: 'AbortError' });
      expect(seen).toBe(last);
    }
  });
});
