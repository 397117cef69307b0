import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Manifest, verifyChain } from '@projecta/artifacts';
import { runFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { parseCandlesCsv } from '@projecta/candles';
import { RunCancelled } from '@projecta/engine';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stageDataSet } from '../data/data-set-files.js';
import type { Home } from '../open-home.js';
import { processOwner } from '../process-owner.js';
import { SAMPLE, TEN_DAYS, TEN_DAYS_CSV } from '../testing/samples.js';
import { testExecution, type TestExecution, toldOf, until } from '../testing/execution.js';
import { executeRun, type RunStep } from './execute-run.js';
import { runNow } from './run-now.js';
import { submitRun } from './submit-run.js';

let place: TestExecution;
let home: Home;

beforeAll(async () => {
  place = await testExecution(2);
  home = place.home;
});
afterAll(() => place.drop());

const seeded = (seed: number) => ({ ...SAMPLE, seed });
const by = (name: string) => ({ ...SAMPLE, validation: {}, strategy: { name, params: {} } });
const filesOf = (run_hash: string): string => runFolder(home.artifacts, run_hash);
const isComputing = (status: string) => async (): Promise<boolean> => (await home.store.runs.list({ status })).items.length > 0;

describe('a run', () => {
  test('is completed: row, events in order, artifacts, its place in the chain, the time of each stage', async () => {
    const steps: RunStep[] = [];
    const { run, how, identified } = await runNow(SAMPLE, place.execution({ onProgress: (step) => void steps.push(step) }));
    expect([how, run.status, run.attempt, run.run_hash]).toEqual(['new', 'completed', 1, identified.run_hash]);
    const told = (await toldOf(home, run.run_hash)).filter((one) => !one.includes('stage.progress'));
    const stages = ['data', 'indicators', 'strategy', 'simulation', 'metrics', 'permutation', 'artifacts'];
    expect(told.slice(0, 2)).toEqual(['1 run.queued', '1 run.started']);
    expect(told.filter((one) => one.includes('stage'))).toEqual(
      stages.flatMap((stage) => [`1 stage.started ${stage}`, `1 stage.completed ${stage}`]),
    );
    expect(told.filter((one) => one === '1 run.warning').length).toBeGreaterThan(0);
    expect(told.at(-1)).toBe('1 run.completed');
    expect(Object.keys(run.timings!)).toEqual(expect.arrayContaining(stages));
    expect(steps.map(({ share }) => share)).toEqual([...steps.map(({ share }) => share)].sort((a, b) => a - b));
    const chain = { runHash: run.run_hash, manifestHash: run.manifest_hash!, chainPrev: null };
    expect(await verifyRunFolder(filesOf(run.run_hash), chain)).toMatchObject({ ok: true, differences: [] });
  });
  test('that is there is known, and nothing is told of it again', async () => {
    const before = await home.store.events.lastId();
    expect((await runNow(SAMPLE, place.execution())).how).toBe('known');
    expect(await home.store.events.lastId()).toBe(before);
  });
  test('that lost or changed a file is mended as the ledger says', async () => {
    const { run } = await runNow(SAMPLE, place.execution());
    const folder = filesOf(run.run_hash);
    rmSync(join(folder, 'metrics.json'));
    writeFileSync(join(folder, 'equity.svg'), 'x');
    expect((await runNow(SAMPLE, place.execution({ extraDigests: ['sha512'] }))).how).toBe('mended');
    expect((await verifyRunFolder(folder, { manifestHash: run.manifest_hash! })).ok).toBe(true);
    expect(await home.store.ledger.count()).toBe(1);
    rmSync(folder, { recursive: true });
    expect((await runNow(SAMPLE, place.execution())).how).toBe('mended');
  });
  test('that fails says why, in the row too, and is tried again', async () => {
    for (const attempt of [1, 2]) {
      await expect(runNow(by('thrower'), place.execution())).rejects.toMatchObject({ code: 'STRATEGY_ERROR' });
      const [row] = (await home.store.runs.list({ status: 'failed' })).items;
      expect(row).toMatchObject({ attempt, error: { code: 'STRATEGY_ERROR', detail: expect.stringContaining('no luck') } });
    }
  });
  test('whose files cannot be written fails with the reason, and who computes it is told the error', async () => {
    const { run_hash } = await place.identify(seeded(99));
    const broken: unknown[] = [];
    const other = { ...home, artifacts: place.write('no-folder', '') };
    await expect(runNow(seeded(99), place.execution({ home: other, onBroken: (error) => broken.push(error) }))).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      message: expect.stringMatching(/could not be read or written \(\w+\)/),
    });
    expect(broken).toMatchObject([{ syscall: expect.any(String) }]);
    expect(await home.store.runs.get(run_hash)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_UNAVAILABLE' } });
  });
  test('with a bad config leaves nothing behind', async () => {
    const before = (await home.store.runs.list()).items.length;
    await expect(runNow({ ...SAMPLE, seed: 'x' }, place.execution())).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await home.store.runs.list()).items).toHaveLength(before);
  });
});

describe('a run that is aborted', () => {
  test('is cancelled in the store when that is told, even in an endless plug-in, and leaves no files', async () => {
    const abort = new AbortController();
    const ended = runNow(by('endless'), place.execution({ signal: abort.signal })).catch((error: unknown) => error);
    await until(isComputing('running'));
    abort.abort();
    expect(await ended).toBeInstanceOf(RunCancelled);
    const [row] = (await home.store.runs.list({ status: 'cancelled' })).items;
    expect(row).toMatchObject({ strategy: 'endless', owner: null });
    expect((await toldOf(home, row!.run_hash)).at(-1)).toBe('1 run.cancelled');
    expect(existsSync(filesOf(row!.run_hash))).toBe(false);
    expect(readdirSync(join(home.artifacts, 'runs')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
  test('by another process ends, too', async () => {
    const ended = runNow(by('endless'), place.execution()).catch((error: unknown) => error);
    await until(async () => {
      const [row] = (await home.store.runs.list({ status: 'running' })).items;
      return row !== undefined && (await home.store.runs.cancel(row.run_hash)).stopped;
    });
    expect(await ended).toBeInstanceOf(RunCancelled);
    const [row] = (await home.store.runs.list({ status: 'cancelled', strategy: 'endless' })).items;
    expect(row!.attempt).toBe(2);
  });
});

describe('a run in other hands', () => {
  test('is waited for while who computes it lives, and computed once', async () => {
    const identified = await place.identify(seeded(1));
    const { run } = await submitRun(home, identified, { owner: { owner: processOwner(process.ppid) } });
    const waiting = runNow(seeded(1), place.execution());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await executeRun(run, place.execution())).toBe('completed');
    expect((await waiting).run).toMatchObject({ status: 'completed', attempt: 1 });
    expect((await toldOf(home, run.run_hash)).filter((one) => one.endsWith('run.started'))).toHaveLength(1);
  });
  test('is taken over when who computed it is gone', async () => {
    await submitRun(home, await place.identify(seeded(2)), { owner: { owner: '999999999.1' } });
    expect((await runNow(seeded(2), place.execution())).run).toMatchObject({ status: 'completed', attempt: 2 });
  });
  test('in no hands, but in the queue, is taken from there', async () => {
    const { run } = await submitRun(home, await place.identify(seeded(3)));
    expect(run.status).toBe('queued');
    expect((await runNow(seeded(3), place.execution())).run).toMatchObject({ status: 'completed', attempt: 1 });
  });
  test('by many calls at once is computed once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => runNow(seeded(4), place.execution())));
    expect(new Set(all.map(({ run }) => run.manifest_hash)).size).toBe(1);
    expect((await toldOf(home, all[0]!.run.run_hash)).filter((one) => one.endsWith('run.started'))).toHaveLength(1);
  });
});

describe('retention', () => {
  test('takes the files of the runs beyond it, and the data sets that only they used; the chain keeps all', async () => {
    const { candles } = parseCandlesCsv(TEN_DAYS_CSV);
    const key = { symbol: 'ACME', timeframe: '1d', notes: [] } as const;
    await home.dataSets.put(await stageDataSet(candles, key, { home: home.folder, owner: home.owner }));
    const { run: first } = await runNow(TEN_DAYS, place.execution());
    await home.dataSets.remove('ACME');
    expect(await home.dataSets.versions('ACME')).toHaveLength(1);
    const { run: second } = await runNow(seeded(5), place.execution({ keep: 1 }));
    expect(readdirSync(join(home.artifacts, 'runs'))).toEqual([second.run_hash]);
    expect(await home.dataSets.versions('ACME')).toEqual([]);
    await expect(home.store.runs.get(first.run_hash)).rejects.toMatchObject({ code: 'RUN_PRUNED' });
    const manifests = (await home.store.ledger.list({ limit: 500 })).items.map(({ manifest }) => manifest as unknown as Manifest);
    expect(manifests.length).toBeGreaterThan(5);
    expect(verifyChain(manifests)).toEqual([]);
    const again = await runNow(seeded(1), place.execution());
    expect(again).toMatchObject({ how: 'new', run: { status: 'completed', attempt: 2 } });
  });
});
