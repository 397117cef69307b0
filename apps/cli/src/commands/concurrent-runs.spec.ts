import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Manifest, verifyChain } from '@projecta/artifacts';
import { runFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { projecta } from '../testing/projecta.js';
import { runInStage, withStore } from '../testing/stored-runs.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
let home: string;
let sample: string;

beforeAll(() => {
  folder = temporaryFolder();
  home = join(folder.path, '.projecta');
  sample = folder.write('sample.json', JSON.stringify({ ...SAMPLE, validation: { permutation: { trials: 200 } } }));
});
afterAll(() => folder.remove());

const run = (seed: number) => projecta(['run', sample, '--set', `seed=${seed}`, '--json'], { cwd: folder.path });

describe('many processes in one home', () => {
  test('make one run an identity, one unbroken chain, and whole folders', async () => {
    const ended = await Promise.all([1, 1, 2, 1, 3].map(run));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']));
    expect(new Set(ended.map(({ stdout }) => stdout)).size).toBe(3);
    expect(ended[1]!.stdout).toBe(ended[0]!.stdout);
    expect(ended[3]!.stdout).toBe(ended[0]!.stdout);
    await withStore(home, async ({ runs, events, ledger }) => {
      const { items } = await runs.list();
      expect(items.map(({ status, attempt }) => [status, attempt])).toEqual(items.map(() => ['completed', 1]));
      expect(items.map(({ run_hash }) => run_hash).sort()).toEqual(readdirSync(join(home, 'runs')).sort());
      expect((await events.after({})).filter(({ type }) => type === 'run.started')).toHaveLength(3);
      const links = (await ledger.list()).items;
      expect(links).toHaveLength(3);
      expect(verifyChain(links.map(({ manifest }) => manifest as unknown as Manifest))).toEqual([]);
      for (const { run_hash, manifest_hash, chain_prev } of links) {
        const expected = { runHash: run_hash, manifestHash: manifest_hash, chainPrev: chain_prev };
        expect(await verifyRunFolder(runFolder(home, run_hash), expected)).toMatchObject({ ok: true, differences: [] });
      }
    });
  });
});

describe('a process that is killed', () => {
  const long = ['--set', 'validation.permutation.trials=100000'];
  test('leaves a run that the next command queues again, and nothing half-written', async () => {
    const killed = await projecta(['run', sample, ...long], {
      cwd: folder.path,
      meanwhile: async (kill) => {
        await runInStage(home, 'permutation');
        kill('SIGKILL');
      },
    });
    expect(killed.code).toBeNull();
    const [left] = await withStore(home, async ({ runs }) => (await runs.list({ status: 'running' })).items);
    mkdirSync(join(home, 'runs', `.tmp-${left!.owner}-half`));
    writeFileSync(join(home, 'runs', `.tmp-${left!.owner}-half`, 'equity.parquet'), 'half');
    expect((await inProcess(['data', 'list'], { PROJECTA_HOME: home })).code).toBe(0);
    expect(readdirSync(join(home, 'runs')).filter((name) => name.startsWith('.'))).toEqual([]);
    const again = await withStore(home, ({ runs }) => runs.get(left!.run_hash));
    expect(again).toMatchObject({ status: 'queued', attempt: 2, owner: null });
  });
  test('does not keep the same run from being run: whoever wants it takes it from the queue', async () => {
    const { code } = await projecta(['run', sample, ...long], {
      cwd: folder.path,
      meanwhile: async (kill) => {
        expect((await runInStage(home, 'permutation')).attempt).toBe(2);
        kill('SIGINT');
      },
    });
    expect(code).toBe(130);
    const { items } = await withStore(home, ({ runs }) => runs.list({ status: 'cancelled' }));
    expect(items).toMatchObject([{ attempt: 2 }]);
    expect((await run(1)).code).toBe(0);
  });
});
