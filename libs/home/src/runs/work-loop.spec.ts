import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { runFolder } from '@projecta/artifacts/node';
import type { Run } from '@projecta/persistence';
import type { Home } from '../open-home.js';
import { SAMPLE } from '../testing/samples.js';
import { testExecution, type TestExecution, toldOf, until } from '../testing/execution.js';
import { submitRun } from './submit-run.js';
import { startWorkLoop, type WorkLoop } from './work-loop.js';

let place: TestExecution;
let home: Home;
let loop: WorkLoop | undefined;
let trouble: [unknown, string | undefined][] = [];

beforeAll(async () => {
  place = await testExecution(2);
  home = place.home;
});
afterEach(async () => {
  await loop?.stop(0);
  loop = undefined;
  trouble = [];
  for (const { run_hash } of (await home.store.runs.list({ status: 'queued' })).items) await home.store.runs.remove(run_hash);
});
afterAll(() => place.drop());

const seeded = (seed: number) => ({ ...SAMPLE, seed });
const endless = (seed: number) => ({ ...SAMPLE, seed, validation: {}, strategy: { name: 'endless', params: {} } });
const submit = async (config: typeof SAMPLE | ReturnType<typeof endless>): Promise<Run> =>
  (await submitRun(home, await place.identify(config))).run;
const statusOf = async (run_hash: string): Promise<string> => (await home.store.runs.get(run_hash)).status;
const start = (ended: string[] = []): WorkLoop => {
  const { signal: _, ...execution } = place.execution();
  const onTrouble = (error: unknown, run_hash?: string): void => void trouble.push([error, run_hash]);
  return (loop = startWorkLoop({ execution, slots: 2, onTrouble, onEnded: (_run, outcome) => ended.push(outcome) }));
};

describe('a work loop', () => {
  test('carries out what waits, the longest waiting first, and finds by itself what others submit', async () => {
    const runs = [await submit(seeded(1)), await submit(seeded(2)), await submit(seeded(3))];
    const ended: string[] = [];
    start(ended).wake();
    runs.push(await submit(seeded(4)));
    await until(() => ended.length === 4);
    expect(ended).toEqual(['completed', 'completed', 'completed', 'completed']);
    for (const { run_hash } of runs) expect(await statusOf(run_hash)).toBe('completed');
    const started = (await home.store.events.after({})).filter(({ type }) => type === 'run.started').map(({ run_hash }) => run_hash);
    expect(started).toEqual(runs.map(({ run_hash }) => run_hash));
    expect(trouble).toEqual([]);
  });
  test('computes no more at once than it has places; reserved ones count until they are given back', async () => {
    const { reserve } = start();
    const [first, second] = [reserve(), reserve()];
    expect(reserve()).toBeUndefined();
    first!.release();
    const third = reserve();
    expect(third).toBeDefined();
    const identified = await place.identify(endless(1));
    const { run } = await submitRun(home, identified, { owner: { owner: home.owner } });
    second!.take(run);
    third!.release();
    expect(loop!.running).toBe(1);
    expect(reserve()).toBeDefined();
    expect(reserve()).toBeUndefined();
  });
  test('stops computing a run that is cancelled, and leaves no files of it', async () => {
    const run = await submit(endless(2));
    start().wake();
    await until(() => loop!.running === 1);
    await home.store.runs.cancel(run.run_hash);
    loop!.abort(run.run_hash);
    await until(() => loop!.running === 0);
    expect(await statusOf(run.run_hash)).toBe('cancelled');
    expect(existsSync(runFolder(home.artifacts, run.run_hash))).toBe(false);
  });
  test('that stops lets what runs end within the grace, no longer than that takes', async () => {
    const run = await submit({ ...seeded(5), validation: { permutation: { trials: 200 } } });
    const waiting = await submit(seeded(6));
    const { reserve } = start();
    const held = reserve();
    loop!.wake();
    await until(async () => (await statusOf(run.run_hash)) !== 'queued');
    const from = performance.now();
    await loop!.stop(30_000);
    expect(performance.now() - from).toBeLessThan(20_000);
    expect([await statusOf(run.run_hash), await statusOf(waiting.run_hash)]).toEqual(['completed', 'queued']);
    held!.release();
    expect(reserve()).toBeUndefined();
  });
  test('that stops gives back to the queue what does not end', async () => {
    const run = await submit(endless(3));
    start().wake();
    await until(async () => (await statusOf(run.run_hash)) === 'running');
    await loop!.stop(50);
    expect(await home.store.runs.get(run.run_hash)).toMatchObject({ status: 'queued', attempt: 2, owner: null });
    expect((await toldOf(home, run.run_hash)).at(-1)).toBe('2 run.queued');
  });
  test('tells what broke a run, whose row says only that it broke', async () => {
    const run = await submit({ ...SAMPLE, validation: {}, strategy: { name: 'leaver', params: {} } } as unknown as typeof SAMPLE);
    const ended: string[] = [];
    start(ended).wake();
    await until(() => ended.length === 1);
    expect(ended).toEqual(['failed']);
    expect(trouble).toMatchObject([[{ code: 'INTERNAL' }, run.run_hash]]);
    expect(await home.store.runs.get(run.run_hash)).toMatchObject({ status: 'failed', error: { code: 'INTERNAL' } });
  });
});
