import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Progress, RunCancelled } from '@projecta/engine';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLUGINS, SAMPLE } from '../testing/samples.js';
import { THREAD_BODY } from '../testing/thread-body.js';
import { type Crew, openCrew } from './open-crew.js';

const request = { dataFile: null, stored: [], dataDir: null, extraDigests: [], engineVersion: '0' };
const sample = { ...request, config: SAMPLE };
const with_ = (name: string) => ({ ...request, config: { ...SAMPLE, validation: {}, strategy: { name, params: {} } } });
let folder: string;
let crew: Crew;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-crew-'));
  writeFileSync(join(folder, 'plugins.mjs'), PLUGINS);
  crew = openCrew({ threads: 1, plugins: [join(folder, 'plugins.mjs')], body: THREAD_BODY });
  await crew.ready;
});
afterAll(async () => {
  await crew.end();
  rmSync(folder, { recursive: true });
});

/** How a task ends after its signal is aborted, and how long after, in ms. */
async function cancelled(work: (signal: AbortSignal) => Promise<unknown>, after_ms: number): Promise<{ error: unknown; ms: number }> {
  const abort = new AbortController();
  const ended = work(abort.signal).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, after_ms));
  const from = performance.now();
  abort.abort();
  return { error: await ended, ms: performance.now() - from };
}

describe('a crew', () => {
  test('does tasks in their order, and tells of their progress', async () => {
    const stages: string[] = [];
    const [identified, computed] = await Promise.all([
      crew.perform('identify', sample),
      crew.perform('compute', sample, { onProgress: ({ stage }: Progress) => void stages.push(stage) }),
    ]);
    expect(computed.manifest.run_hash).toBe(identified.run_hash);
    expect(computed.artifacts.map(({ name }) => name)).toContain('equity.parquet');
    expect(computed.artifacts.every(({ bytes }) => bytes.byteLength > 0)).toBe(true);
    expect([...new Set(stages)]).toEqual(['data', 'indicators', 'strategy', 'simulation', 'metrics', 'permutation', 'artifacts']);
    expect(crew.counts()).toEqual({ busy: 0, waiting: 0, helping: 0 });
  });
  test('gives errors with their code, message and problems', async () => {
    const config = { ...SAMPLE, seed: 'x', strategy: { name: 'dual_sna', params: {} } };
    await expect(crew.perform('compute', { ...request, config })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'The RunConfig has 2 problems.',
      errors: [{ path: '/strategy/name', code: 'UNKNOWN_STRATEGY' }, { path: '/seed' }],
    });
    await expect(crew.perform('compute', with_('thrower'))).rejects.toMatchObject({
      code: 'STRATEGY_ERROR',
      message: expect.stringContaining('no luck'),
    });
  });
  test('ends a task that is cancelled within 250 ms, an endless one by ending its thread, and goes on', async () => {
    const long = { ...request, config: { ...SAMPLE, validation: { permutation: { trials: 100_000 } } } };
    const polite = await cancelled((signal) => crew.perform('compute', long, { signal }), 500);
    const endless = await cancelled((signal) => crew.perform('compute', with_('endless'), { signal }), 300);
    for (const { error, ms } of [polite, endless]) {
      expect(error).toBeInstanceOf(RunCancelled);
      expect(ms).toBeLessThan(2_000);
    }
    expect((await crew.perform('identify', sample)).bars).toBe(1440);
  });
  test('drops a cancelled task that waits, and does not begin with one that is cancelled already', async () => {
    const blocked = new AbortController();
    const blocker = crew.perform('compute', with_('endless'), { signal: blocked.signal }).catch(() => 'ended');
    const { error, ms } = await cancelled((signal) => crew.perform('compute', sample, { signal }), 50);
    expect(error).toBeInstanceOf(RunCancelled);
    expect(ms).toBeLessThan(50);
    expect(crew.counts()).toEqual({ busy: 1, waiting: 0, helping: 0 });
    await expect(crew.perform('identify', sample, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(RunCancelled);
    blocked.abort();
    expect(await blocker).toBe('ended');
  });
  test('replaces a thread that a task ended; the task is told', async () => {
    await expect(crew.perform('compute', with_('leaver'))).rejects.toMatchObject({ code: 'INTERNAL' });
    expect((await crew.perform('identify', sample)).bars).toBe(1440);
  });
  test('whose thread dies while it does nothing has another one for the next task', async () => {
    const dying = join(folder, 'dying.mjs');
    writeFileSync(dying, `${PLUGINS}\nsetTimeout(() => process.exit(0), 400);`);
    const other = openCrew({ threads: 1, plugins: [dying], body: THREAD_BODY });
    await other.ready;
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(other.counts()).toEqual({ busy: 0, waiting: 0, helping: 0 });
    writeFileSync(dying, PLUGINS);
    expect((await other.perform('identify', sample)).bars).toBe(1440);
    await other.end();
  });
  test('whose plug-in is wrong says so, to whoever waits for it and to every task', async () => {
    const other = openCrew({ threads: 2, plugins: [join(folder, 'none.mjs')], body: THREAD_BODY });
    await expect(other.ready).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('no plug-in file') });
    await expect(other.perform('identify', sample)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(other.perform('identify', sample)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await other.end();
  });
  test('that loads an endless plug-in still lets a task be cancelled', async () => {
    const stuck = join(folder, 'stuck.mjs');
    writeFileSync(stuck, 'for (;;);');
    const other = openCrew({ threads: 1, plugins: [stuck], body: THREAD_BODY });
    const { error, ms } = await cancelled((signal) => other.perform('identify', sample, { signal }), 50);
    expect(error).toBeInstanceOf(RunCancelled);
    expect(ms).toBeLessThan(2_000);
    await other.end();
    await expect(other.perform('identify', sample)).rejects.toBeInstanceOf(RunCancelled);
  });
});
