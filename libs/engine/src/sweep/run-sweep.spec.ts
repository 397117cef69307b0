import { describe, expect, test } from '@jest/globals';
import { jsonSha256 } from '@projecta/hashing';
import { METRIC_IDS } from '@projecta/metrics';
import type { RunConfig } from '../config/run-config.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { type Progress, RunCancelled } from '../progress.js';
import { runBacktest } from '../run-backtest.js';
import { marketOf } from '../testing/market.twin.js';
import { closeStrategy, PEEKING } from '../testing/peeking.twin.js';
import { prepareSweep } from './prepare-sweep.js';
import { randomSweep } from './random-sweep.twin.js';
import { runSweep } from './run-sweep.js';
import type { SweepConfig } from './sweep-config.js';
import type { SweepResult } from './sweep-result.js';

const MARKET = marketOf({ bars: 90, seed: 12 });
const BASE: RunConfig = {
  ...{ symbol: 'MARKET', timeframe: '1d', start: '1970-01-01', end: '2200-01-01' },
  strategy: { name: 'dual_sma', params: { fast: 3, slow: 8 } },
  execution: { fee_bps: 2 },
  metrics: { annualization: 252, risk_free: 0.03 },
  seed: 6,
};
const GRID = { slow: [4, 9, 12], fast: [2, 4] };
const sweepOn = (sweep: Partial<SweepConfig>, rest: Partial<Parameters<typeof runSweep>[0]> = {}): Promise<SweepResult> =>
  runSweep({ sweep: { base: BASE, ...sweep }, candles: MARKET, ...rest });

/** A trial's full config, put together value by value. */
function withValues(base: NormalizedRunConfig, values: Readonly<Record<string, unknown>>): RunConfig {
  const config = JSON.parse(JSON.stringify(base)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.');
    let at = config;
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
    at[keys[keys.length - 1]!] = value;
  }
  return config as unknown as RunConfig;
}

const valuesOf = ({ trials }: SweepResult, row: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(trials.params).map(([path, column]) => [path, column[row]]));

describe('a row of a sweep', () => {
  test.each(Array.from({ length: 15 }, (_, i) => i))('has the run_hash and the metrics of its full run (random sweep %d)', async (seed) => {
    const sweep = randomSweep(seed);
    const market = marketOf({ bars: 90, seed, mood: (['walk', 'ticks', 'gaps'] as const)[seed % 3]! });
    const result = await runSweep({ sweep, candles: market });
    expect(result.trials.rows + result.skipped.count).toBe(result.tried);
    for (let row = 0; row < result.trials.rows; row++) {
      const full = await runBacktest({ config: withValues(result.sweep.base, valuesOf(result, row)), candles: market });
      expect(result.trials.run_hash[row]).toBe(full.run_hash);
      for (const id of METRIC_IDS) expect([id, result.trials.metrics[id][row]]).toEqual([id, full.metrics[id] ?? NaN]);
      expect(result.sharpe_per_bar[row]).toBe((full.metrics.sharpe ?? NaN) / Math.sqrt(full.periods_per_year));
      expect(result.returns).toBe(full.equity.equity.length - 1);
    }
  });
  test.each([0, 2, 5])('stands for every combination whose full run is not refused (random sweep %d)', async (seed) => {
    const result = await runSweep({ sweep: randomSweep(seed), candles: MARKET });
    // by nested loops: paths sorted, the last one fastest
    let combinations: Record<string, unknown>[] = [{}];
    for (const path of Object.keys(result.sweep.grid!).sort())
      combinations = combinations.flatMap((one) => result.sweep.grid![path]!.map((value) => ({ ...one, [path]: value })));
    const runs: number[] = [];
    for (const [trial, values] of combinations.entries()) {
      const refused = await runBacktest({ config: withValues(result.sweep.base, values), candles: MARKET }).then(
        () => false,
        () => true,
      );
      if (!refused) runs.push(trial);
    }
    expect(runs.length).toBeLessThan(combinations.length);
    expect([...result.trials.trial]).toEqual(runs);
    expect(runs.map((_, row) => valuesOf(result, row))).toEqual(runs.map((trial) => combinations[trial]));
  });
});

describe('a sweep', () => {
  test('names the best by objective, and what was skipped with the reasons', async () => {
    const result = await sweepOn({ grid: { fast: [0, 2, 9], slow: [4, 9, 400] } });
    const { sharpe } = result.trials.metrics;
    expect([...result.trials.trial]).toEqual([3, 4]);
    const row = sharpe[1]! > sharpe[0]! ? 1 : 0;
    expect(result.best).toMatchObject({ row, trial: 3 + row, value: sharpe[row], run_hash: result.trials.run_hash[row] });
    expect(result.best.params).toEqual({ 'strategy.params.fast': 2, 'strategy.params.slow': [4, 9][row] });
    expect(result.best.metrics.sharpe).toBe(sharpe[row]);
    expect(result.skipped.count).toBe(7);
    expect(result.skipped.reasons.map(({ path, code, count }) => [path, code, count])).toEqual([
      ['/strategy/params/fast', 'OUT_OF_RANGE', 5],
      ['/strategy/params', 'TOO_FEW_BARS', 2],
    ]);
    expect(result.skipped.reasons[1]).toMatchObject({ params: { 'strategy.params.slow': 400 }, message: expect.stringContaining('401') });
  });
  test('E8: an objective where less is better is minimised; E11: the first that ties is the best', async () => {
    const fees = await sweepOn({ grid: { 'execution.fee_bps': [3, 1, 2] }, objective: 'total_fees' });
    expect([fees.lower_is_better, fees.best.row]).toEqual([true, 1]);
    const drawdown = await sweepOn({ grid: { 'execution.initial_cash': [2000, 1000] }, objective: 'sharpe' });
    expect(drawdown.best.row).toBe(0);
    const none = await sweepOn({ grid: { 'execution.lot_size': [1e9, 2e9] } });
    expect([none.best.row, none.best.value]).toEqual([0, null]);
    expect(none.sharpe_per_bar).toEqual(Float64Array.of(NaN, NaN));
  });
  test('whose every combination is refused is refused, with the reason of the first', async () => {
    await expect(sweepOn({ grid: { fast: [9], slow: [4, 5] } })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: '/grid', message: expect.stringMatching(/fast 9, strategy.params.slow 4, is refused/) }],
    });
  });
  test('has the SHA-256 of its normal form, data, engine and plug-ins as its hash, however it is written', async () => {
    const result = await sweepOn({ grid: { fast: [2, 3, 4], slow: [9] } });
    const { sweep, data, engine, plugins } = result.identity;
    expect(result.sweep_hash).toBe(jsonSha256({ sweep, data, engine, plugins }));
    const { run_hash, identity } = await runBacktest({ config: BASE, candles: MARKET });
    expect([data, engine, plugins]).toEqual([identity.data, identity.engine, []]);
    expect(result.trials.run_hash).not.toContain(run_hash);
    const other = { slow: [9], 'strategy.params.fast': '2:4:1' };
    const again = await prepareSweep({ sweep: { base: { ...BASE }, grid: other, objective: 'sharpe' }, candles: MARKET });
    expect(again.sweep_hash).toBe(result.sweep_hash);
    const changed = await prepareSweep({ sweep: { base: BASE, grid: other, objective: 'cagr' }, candles: MARKET });
    expect(changed.sweep_hash).not.toBe(result.sweep_hash);
  });
  test('is the same bits again, from its normal form too', async () => {
    const sweep = { ...randomSweep(3), overfitting: { blocks: 4, samples: 20 } };
    const first = await runSweep({ sweep, candles: MARKET });
    expect(await runSweep({ sweep, candles: MARKET })).toEqual(first);
    expect(await runSweep({ sweep: first.sweep as SweepConfig, candles: MARKET })).toEqual(first);
  });
  test('warns of its bars as the run of a trial does', async () => {
    const codes = ['GAPS', 'ANNUALIZATION_GUESSED'];
    const gaps = marketOf({ bars: 90, seed: 2, mood: 'gaps' });
    const { warnings } = await sweepOn({ grid: { fast: [2] } }, { candles: gaps });
    const { summary } = await runBacktest({
      config: { ...BASE, strategy: { name: 'dual_sma', params: { fast: 2, slow: 8 } } },
      candles: gaps,
    });
    expect(warnings).toEqual(summary.warnings.filter(({ code }) => codes.includes(code)));
    expect(warnings.map(({ code }) => code)).toEqual(['GAPS']);
    const day = {
      ...{ symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-01-03' },
      strategy: { name: 'dual_sma', params: { fast: 2, slow: 8 } },
    };
    const short = await runSweep({ sweep: { base: day, grid: { fast: [3] } } });
    expect(short.warnings).toEqual((await runBacktest({ config: day })).summary.warnings.filter(({ code }) => codes.includes(code)));
    expect(short.warnings).toHaveLength(1);
  });
  test('runs on the built-in symbol', async () => {
    const base = { symbol: 'TEST', timeframe: '1d', start: '2024-01-01', end: '2024-06-01', strategy: { name: 'dual_sma' } };
    const { trials } = await runSweep({ sweep: { base, grid: { fast: [5], slow: '20:40:10' } } });
    expect(trials.params).toEqual({
      'strategy.params.fast': Float64Array.of(5, 5, 5),
      'strategy.params.slow': Float64Array.of(20, 30, 40),
    });
  });
});

describe('E9: overfitting of a sweep', () => {
  test('is that of a walk_forward grid of the same combinations', async () => {
    const asked = { blocks: 6, samples: 30 };
    const { overfitting, overfitting_detail } = await sweepOn({ grid: { ...GRID }, overfitting: asked });
    const validation = { walk_forward: { folds: 2, grid: GRID }, overfitting: asked };
    const run = await runBacktest({ config: { ...BASE, validation }, candles: MARKET });
    const { fast, slow } = run.validation.overfitting!.best;
    const best = { 'strategy.params.fast': fast, 'strategy.params.slow': slow };
    const verdict = expect.any(String);
    expect({ ...overfitting, verdict }).toEqual({ ...run.validation.overfitting, best, verdict });
    // fast 4, slow 4 is refused: the trials after it keep their numbers
    const byTrial = overfitting_detail.filter(({ metric }) => metric === 'mean_excess').map(({ trial }) => trial);
    expect(byTrial).toEqual([0, 1, 2, 4, 5]);
    const values = (rows: readonly { method: string; value: number | null }[]) =>
      rows.filter(({ method }) => method === 'overfitting').map(({ value }) => value);
    expect(values(overfitting_detail)).toEqual(values(run.validation_detail));
  });
  test('counts every distinct run once: a repeated draw is no new trial', async () => {
    const random = { trials: 12, fast: { values: [2, 3] } };
    const { overfitting, trials } = await sweepOn({ random, overfitting: { blocks: 4, samples: 5 } });
    expect([trials.rows, new Set(trials.run_hash).size, overfitting!.trials]).toEqual([12, 2, 2]);
  });
  test('fewer returns than blocks are refused before anything runs', async () => {
    const stages: string[] = [];
    const onProgress = ({ stage }: Progress): void => void stages.push(stage);
    const refusal = sweepOn({ grid: GRID, overfitting: { blocks: 16 } }, { candles: marketOf({ bars: 16 }), onProgress });
    await expect(refusal).rejects.toMatchObject({ code: 'TOO_FEW_BARS', errors: [{ path: '/overfitting/blocks' }] });
    expect(stages).toEqual(['data']);
  });
});

describe('causality of a sweep', () => {
  test.each(PEEKING)('a strategy that peeks fails it: $name', async (peeking) => {
    const base = { ...BASE, strategy: { name: peeking.name } };
    const sweep = sweepOn({ base, grid: { 'execution.fee_bps': [1, 2] } }, { plugins: [peeking] });
    await expect(sweep).rejects.toMatchObject({
      code: 'LOOK_AHEAD',
      message: expect.stringMatching(/^Trial \d \(execution.fee_bps \d\): /),
    });
  });
  test('every trial of a user’s own code is certified, and the code is part of the identity', async () => {
    const honest = closeStrategy('honest', (close, t) => (close[t]! > (close[t - 1] ?? 0) ? 1 : 0));
    const base = { ...BASE, strategy: { name: 'honest' } };
    const sweep: SweepConfig = { base, grid: { 'execution.fee_bps': '0:19:1' } };
    const plugins = [{ definition: honest, digest: 'ab' }];
    const { certified, identity, sweep_hash, trials } = await runSweep({ sweep, candles: MARKET, plugins });
    expect(certified).toBe(20);
    expect(identity.plugins).toEqual([{ kind: 'strategy', name: 'honest', version: '1', digest: 'ab' }]);
    const full = await runBacktest({ config: { ...base, execution: { fee_bps: 7 } }, candles: MARKET, plugins });
    expect(trials.run_hash[7]).toBe(full.run_hash);
    const other = await prepareSweep({ sweep, candles: MARKET, plugins: [{ definition: honest, digest: 'cd' }] });
    expect(other.sweep_hash).not.toBe(sweep_hash);
  });
  test('what a trial throws is told with its values', async () => {
    const failing = closeStrategy('failing', (_, t) => (t === 40 ? 7 : 1));
    const base = { ...BASE, strategy: { name: 'failing' } };
    const sweep = sweepOn({ base, grid: { 'execution.fee_bps': [4] } }, { plugins: [failing] });
    await expect(sweep).rejects.toMatchObject({
      code: 'STRATEGY_ERROR',
      message: expect.stringContaining('Trial 0 (execution.fee_bps 4)'),
    });
  });
  test('the best and a sample are certified where all plug-ins are ours', async () => {
    const { certified, trials } = await sweepOn({ grid: { fast: '2:6:1', slow: '10:29:1' } });
    expect(trials.rows).toBe(100);
    expect(certified).toBeGreaterThanOrEqual(15);
    expect(certified).toBeLessThanOrEqual(17);
  });
});

describe('the work of a sweep', () => {
  const search = (rest: object) => sweepOn({ grid: { fast: '2:11:1', slow: '30:39:1' }, overfitting: { blocks: 4, samples: 20 } }, rest);
  test('is told and rises within its total', async () => {
    const told: Progress[] = [];
    await search({ onProgress: (progress: Progress) => void told.push(progress) });
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['data', 'sweep', 'overfitting']));
    const ofSweep = told.filter(({ stage }) => stage === 'sweep');
    expect(ofSweep.length).toBeGreaterThan(5);
    ofSweep.forEach(({ done, total }, i) => expect([total, done >= (ofSweep[i - 1]?.done ?? 0) && done <= total]).toEqual([100, true]));
  });
  test.each(['sweep', 'overfitting'])('a cancel in the middle of stage %s ends it there', async (stage) => {
    const signal = { aborted: false };
    let after = 0;
    const onProgress = (told: Progress): void => {
      if (signal.aborted) after++;
      if (told.stage === stage && told.done > 0) signal.aborted = true;
    };
    await expect(search({ signal, onProgress })).rejects.toBeInstanceOf(RunCancelled);
    expect(after).toBe(0);
  });
});
