import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { RunCancelled } from '@projecta/engine';
import { parseJson } from '@projecta/hashing';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMPUTING } from '../compute/computing.js';
import { runInFolder } from '../compute/kept-run.js';
import { replay } from '../compute/replay.js';
import { sweepRequest } from '../compute/run-request.js';
import type { Home } from '../open-home.js';
import { repairHome } from '../repair-home.js';
import { SAMPLE } from '../testing/samples.js';
import { testExecution, type TestExecution, toldOf, until } from '../testing/execution.js';
import { runNow } from './run-now.js';
import { runSweepNow } from './run-sweep-now.js';
import { submitSweep } from './submit-sweep.js';
import { startWorkLoop } from './work-loop.js';

let place: TestExecution;
let home: Home;

beforeAll(async () => {
  place = await testExecution(2);
  home = place.home;
});
afterAll(() => place.drop());

const BASE = { ...SAMPLE, validation: {} };
const SWEEP = { base: BASE, grid: { fast: '4:6:1', slow: [5, 15, 20] } };
const seeded = (seed: number) => ({ ...SWEEP, base: { ...BASE, seed } });
const endless = (seed: number) => ({
  base: { ...BASE, seed, strategy: { name: 'endless', params: {} } },
  grid: { 'execution.fee_bps': [0, 1] },
});
const identify = async (sweep: typeof SWEEP | ReturnType<typeof endless>) =>
  place.crew.perform('identifySweep', await sweepRequest(sweep, place.execution()));
const filesOf = (sweep_hash: string): string => runFolder(home.artifacts, sweep_hash);

describe('a sweep', () => {
  test('is completed: row, events in order, artifacts, its place in the chain, its trials in the ledger of tried configs', async () => {
    const { run: first } = await runNow(SAMPLE, place.execution());
    const { run, how, identified } = await runSweepNow(SWEEP, place.execution());
    expect([how, run.kind, run.status, run.attempt, run.run_hash]).toEqual(['new', 'sweep', 'completed', 1, identified.sweep_hash]);
    expect(run).toMatchObject({ symbol: 'TEST', timeframe: '1m', strategy: 'dual_sma', config_hash: identified.config_hash });
    const told = (await toldOf(home, run.run_hash)).filter((one) => !one.includes('stage.progress'));
    const stages = ['data', 'sweep', 'artifacts'].flatMap((stage) => [`1 stage.started ${stage}`, `1 stage.completed ${stage}`]);
    expect([told[0], told[1], told.at(-1)]).toEqual(['1 run.queued', '1 run.started', '1 run.completed']);
    expect(told.filter((one) => one.includes('stage'))).toEqual(stages);
    const chain = { runHash: run.run_hash, manifestHash: run.manifest_hash!, chainPrev: first.manifest_hash };
    expect(await verifyRunFolder(filesOf(run.run_hash), chain)).toMatchObject({ ok: true, differences: [] });
    const identity = parseJson(readFileSync(join(filesOf(run.run_hash), 'identity.json'), 'utf8'));
    expect(identity).toEqual(run.identity);
    expect(run.summary).toMatchObject({ sweep_hash: run.run_hash, tried: 9, trials: 7, skipped: { count: 2 } });
    // 7 trials and the run: none of them is its config, whose permutation test is part of it
    expect((await home.store.selection.counts({ symbol: 'TEST', start: run.data_start, end: run.data_end })).trials).toBe(8);
  });
  test('tells of each trial once, skipped ones as without a value', async () => {
    const { run } = await runSweepNow(SWEEP, place.execution());
    const events = await home.store.events.after({ runs: [run.run_hash] });
    const told = events.flatMap(({ data }) => (data['trials'] ?? []) as [number, number | null][]).sort(([a], [b]) => a - b);
    expect(told.map(([trial]) => trial)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(told.filter(([, value]) => value === null).map(([trial]) => trial)).toEqual([3, 6]);
    const { trial, value } = (run.summary as unknown as { best: { trial: number; value: number } }).best;
    expect(told[trial]).toEqual([trial, value]);
  });
  test('has trials whose run_hash is that of their full run, which is no new trial then', async () => {
    const { run: sweep } = await runSweepNow(SWEEP, place.execution());
    const { run_hash, params } = (sweep.summary as unknown as { best: { run_hash: string; params: Record<string, number> } }).best;
    const strategy = { name: 'dual_sma', params: { fast: params['strategy.params.fast']!, slow: params['strategy.params.slow']! } };
    const before = await home.store.selection.tried({ symbol: 'TEST', start: sweep.data_start, end: sweep.data_end });
    const { run } = await runNow({ ...BASE, strategy }, place.execution());
    expect(run.run_hash).toBe(run_hash);
    expect(await home.store.selection.tried({ symbol: 'TEST', start: sweep.data_start, end: sweep.data_end })).toEqual(before);
    const sharpe = Number((run.summary!['metrics'] as { sharpe: number }).sharpe);
    const perBar = sharpe / Math.sqrt(Number((run.summary!['metrics'] as { periods_per_year: number }).periods_per_year));
    expect(before.find((one) => one.run_hash === run_hash)?.sharpe).toBe(perBar);
  });
  test('that is there is known whatever it was written like, and one that lost a file is mended', async () => {
    const before = await home.store.events.lastId();
    const same = { grid: { slow: [5, 15, 20], 'strategy.params.fast': [4, 5, 6] }, objective: 'sharpe', base: BASE };
    expect((await runSweepNow(same, place.execution())).how).toBe('known');
    const { run } = await runSweepNow(SWEEP, place.execution());
    expect(await home.store.events.lastId()).toBe(before);
    rmSync(join(filesOf(run.run_hash), 'sweep.parquet'));
    expect((await runSweepNow(SWEEP, place.execution())).how).toBe('mended');
    expect((await verifyRunFolder(filesOf(run.run_hash), { manifestHash: run.manifest_hash! })).ok).toBe(true);
  });
  test('comes out the same in a replay', async () => {
    const { run } = await runSweepNow(SWEEP, place.execution());
    const kept = await runInFolder(filesOf(run.run_hash));
    expect(kept.kind).toBe('sweep');
    const request = await COMPUTING[kept.kind].request(await kept.json('config.json'), place.execution());
    const again = { manifest: kept.manifest, identity: await kept.json('identity.json') };
    expect(await replay(again, request, { crew: place.crew, hasPlugins: false })).toMatchObject({
      status: 'same',
      message: 'The sweep came out the same, artifact by artifact.',
    });
  });
  test('that cannot be tells all that is wrong with it, and leaves no row', async () => {
    const bad = {
      base: { ...BASE, strategy: { name: 'dual_sma', params: { fats: 5 } } },
      grid: { fast: 'x', nope: [1] },
      objective: 'shape',
    };
    const error = (await runSweepNow(bad as never, place.execution()).catch((one: unknown) => one)) as { errors: { path: string }[] };
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(error.errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/base/strategy/params/fats', '/grid/fast', '/objective']),
    );
    for (const nothing of [null, 7, 'x', [], {}]) {
      await expect(runSweepNow(nothing as never, place.execution())).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    }
    expect((await home.store.sweeps.list()).items).toHaveLength(1);
  });
  test('larger than a server takes is refused with the path', async () => {
    const limited = async (sweep: object, limits: { bars: number; trials: number }) =>
      place.crew.perform('identifySweep', { ...(await sweepRequest(sweep as never, place.execution())), limits });
    await expect(limited(SWEEP, { bars: 5_000, trials: 8 })).rejects.toMatchObject({ errors: [{ path: '/grid', code: 'LIMIT_EXCEEDED' }] });
    await expect(limited(SWEEP, { bars: 100, trials: 9 })).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      errors: [{ path: '/base/end' }],
    });
    const judged = { ...SWEEP, overfitting: { samples: 10 } };
    await expect(limited(judged, { bars: 5_000, trials: 9 })).rejects.toMatchObject({ errors: [{ path: '/overfitting/samples' }] });
    expect((await limited(judged, { bars: 5_000, trials: 10 })).trials).toBe(9);
  });
});

describe('a sweep in flight', () => {
  test('that is interrupted is cancelled, and leaves no files', async () => {
    const interrupt = new AbortController();
    const ended = runSweepNow(endless(1), place.execution({ signal: interrupt.signal })).catch((error: unknown) => error);
    const { sweep_hash } = await identify(endless(1));
    await until(async () => (await home.store.sweeps.find(sweep_hash))?.stage === 'sweep');
    interrupt.abort();
    expect(await ended).toBeInstanceOf(RunCancelled);
    expect((await home.store.sweeps.get(sweep_hash)).status).toBe('cancelled');
    expect((await toldOf(home, sweep_hash)).at(-1)).toBe('1 run.cancelled');
    expect(existsSync(filesOf(sweep_hash))).toBe(false);
  });
  test('that another process cancels ends within a second', async () => {
    const ended = runSweepNow(endless(2), place.execution()).catch((error: unknown) => error);
    const { sweep_hash } = await identify(endless(2));
    await until(async () => (await home.store.sweeps.find(sweep_hash))?.stage === 'sweep');
    await home.store.sweeps.cancel(sweep_hash);
    expect(await ended).toBeInstanceOf(RunCancelled);
  });
  test('whose process is gone is queued again by a repair, and a work loop carries it out', async () => {
    const identified = await identify(seeded(3));
    await submitSweep(home, identified, { owner: { owner: '999999999.1' } });
    expect((await repairHome(home)).queued).toEqual([identified.sweep_hash]);
    expect(await home.store.sweeps.get(identified.sweep_hash)).toMatchObject({ status: 'queued', attempt: 2 });
    const { signal: _, ...execution } = place.execution();
    const trouble: unknown[] = [];
    const loop = startWorkLoop({ execution, slots: 1, onTrouble: (error) => trouble.push(error) });
    loop.wake();
    await until(async () => (await home.store.sweeps.get(identified.sweep_hash)).status === 'completed');
    await loop.stop(1_000);
    expect(trouble).toEqual([]);
    expect((await repairHome(home)).removed).toEqual([]);
    expect((await verifyRunFolder(filesOf(identified.sweep_hash))).ok).toBe(true);
  });
});

describe('retention', () => {
  test('takes the files of the sweeps beyond it and leaves the runs', async () => {
    const { run } = await runNow(SAMPLE, place.execution());
    const { run: last } = await runSweepNow(seeded(4), place.execution({ keep: 1 }));
    expect((await home.store.sweeps.list({ status: 'completed' })).items.map(({ run_hash }) => run_hash)).toEqual([last.run_hash]);
    expect([existsSync(filesOf(run.run_hash)), existsSync(filesOf(last.run_hash))]).toEqual([true, true]);
    await expect(runSweepNow(SWEEP, place.execution())).resolves.toMatchObject({ how: 'new', run: { attempt: 2 } });
  });
});
