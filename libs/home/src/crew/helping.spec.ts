import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Progress, RunCancelled } from '@projecta/engine';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLUGINS, SAMPLE } from '../testing/samples.js';
import { THREAD_BODY } from '../testing/thread-body.js';
import { until } from '../testing/execution.js';
import { type Crew, openCrew } from './open-crew.js';

const request = { dataFile: null, stored: [], dataDir: null, extraDigests: [], engineVersion: '0' };
/** Cheap trials, as many as it takes to be worth sharing. */
const resampled = (samples: number) => ({
  ...request,
  config: { ...SAMPLE, validation: { block_bootstrap: { samples, method: 'iid', metrics: ['volatility'] } } },
});
const permuted = (name: string) => ({
  ...request,
  config: { ...SAMPLE, strategy: { name, params: {} }, validation: { permutation: { trials: 200_000 } } },
});

/** A strategy that works in the run itself and its first trials, then never comes to an end. */
const ON_TRIALS = `${PLUGINS}
let runs = 0;
export const stuck_on_trials = defineStrategy({ ...about, name: 'stuck_on_trials',
  onBar(view) { if (view.t === 0) runs++; for (; runs > 400;); return view.t % 50 < 25 ? 1 : 0; } });
export const steps = defineStrategy({ ...about, name: 'steps', onBar(view) { return view.t % 50 < 25 ? 1 : 0; } });
`;

let folder: string;
let crew: Crew;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-helping-'));
  writeFileSync(join(folder, 'plugins.mjs'), ON_TRIALS);
  crew = openCrew({ threads: 3, plugins: [join(folder, 'plugins.mjs')], body: THREAD_BODY });
  await crew.ready;
});
afterEach(async () => {
  await crew.end();
  rmSync(folder, { recursive: true });
});

describe('free threads of a crew', () => {
  test('help a run with its trials; its files and the order of its progress are those of a run alone', async () => {
    const alone = openCrew({ threads: 1, plugins: [], body: THREAD_BODY });
    const expected = await alone.perform('compute', resampled(9000));
    await alone.end();
    const told: number[] = [];
    let helped = 0;
    const onProgress = ({ stage, done }: Progress): void => {
      if (stage === 'block_bootstrap') told.push(done);
      helped = Math.max(helped, crew.counts().helping);
    };
    const computed = await crew.perform('compute', resampled(9000), { onProgress });
    expect(computed.manifest).toEqual(expected.manifest);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(helped).toBe(2);
    await until(() => crew.counts().helping === 0);
    expect(crew.counts()).toEqual({ busy: 0, waiting: 0, helping: 0 });
  }, 240_000);
  test('are there at once for tasks that come, and help again afterwards', async () => {
    const abort = new AbortController();
    const long = crew.perform('compute', permuted('steps'), { signal: abort.signal }).catch((error: unknown) => error);
    await until(() => crew.counts().helping === 2);
    await Promise.all([1, 2].map(() => crew.perform('identify', resampled(3))));
    await until(() => crew.counts().helping === 2);
    abort.abort();
    expect(await long).toBeInstanceOf(RunCancelled);
  });
  test('end with the run that is cancelled, within 250 ms, even where a trial never ends', async () => {
    for (const name of ['steps', 'stuck_on_trials']) {
      const abort = new AbortController();
      const ended = crew.perform('compute', permuted(name), { signal: abort.signal }).catch((error: unknown) => error);
      await until(() => crew.counts().helping > 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const from = performance.now();
      abort.abort();
      expect(await ended).toBeInstanceOf(RunCancelled);
      await until(() => crew.counts().helping === 0);
      expect(performance.now() - from).toBeLessThan(2_000);
      expect(crew.counts()).toEqual({ busy: 0, waiting: 0, helping: 0 });
    }
    expect((await crew.perform('identify', resampled(3))).bars).toBe(1440);
  });
  test('end with the crew', async () => {
    const long = crew.perform('compute', permuted('steps')).catch((error: unknown) => error);
    await until(() => crew.counts().helping === 2);
    await crew.end();
    expect(await long).toBeInstanceOf(RunCancelled);
    await until(() => crew.counts().helping === 0);
    expect(crew.counts()).toEqual({ busy: 0, waiting: 0, helping: 0 });
  });
});
