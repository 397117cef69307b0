import { buildArtifacts } from '@projecta/artifacts';
import { runBacktest, type RunConfig } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import { describe, expect, test } from '@jest/globals';
import { appendFile, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRunFolder } from './read-run-folder.js';
import { withFolder } from './testing/temporary-folder.js';
import { verifyRunFolder } from './verify-run-folder.js';
import { writeRunFolder } from './write-run-folder.js';

const config = { symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-01-15', strategy: { name: 'buy_and_hold' } };
const { artifacts, manifest } = buildArtifacts(await runBacktest({ config: config as RunConfig }), { hash: sha256Stream });

const withRun = (use: (folder: string, home: string) => Promise<void>): Promise<void> =>
  withFolder(async (home) => {
    const folder = join(home, 'run');
    await writeRunFolder(folder, artifacts);
    await use(folder, home);
  });

const found = async (folder: string): Promise<string[]> =>
  (await verifyRunFolder(folder)).differences.map(({ artifact, check }) => `${artifact} ${check}`);

describe('readRunFolder', () => {
  test('gives back what was written', () =>
    withRun(async (folder) => {
      const run = await readRunFolder(folder);
      expect(run.manifest).toEqual(manifest);
      expect(run.names).toEqual(artifacts.map(({ name }) => name).sort());
      for (const { name, bytes } of artifacts) expect(Uint8Array.from(await run.read(name))).toEqual(bytes);
    }));

  test('names what there is when a file is not there', () =>
    withRun(async (folder) => {
      const run = await readRunFolder(folder);
      await expect(run.read('equity.parket')).rejects.toMatchObject({
        code: 'ARTIFACT_NOT_FOUND',
        message: expect.stringContaining('Did you mean "equity.parquet"?'),
      });
    }));

  test('reads no file outside the folder, neither by name nor by link', () =>
    withRun(async (folder, home) => {
      await writeFile(join(home, 'secret.json'), 'secret');
      await symlink(join(home, 'secret.json'), join(folder, 'link.json'));
      await mkdir(join(folder, 'folder.json'));
      const run = await readRunFolder(folder);
      await expect(run.read('../secret.json')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      await expect(run.read('link.json')).rejects.toMatchObject({ code: 'ARTIFACT_NOT_FOUND' });
      await expect(run.read('folder.json')).rejects.toMatchObject({ code: 'ARTIFACT_NOT_FOUND' });
    }));

  test('of a folder that is none, or holds no run, is RUN_NOT_FOUND', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'file'), '');
      for (const name of ['.', 'absent', 'file'])
        await expect(readRunFolder(join(home, name))).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }));

  test('of a damaged manifest is ARTIFACT_DAMAGED', () =>
    withRun(async (folder) => {
      await truncate(join(folder, 'manifest.json'), 100);
      await expect(readRunFolder(folder)).rejects.toMatchObject({ code: 'ARTIFACT_DAMAGED' });
    }));
});

describe('verifyRunFolder', () => {
  test('finds nothing in a run as it was written', () =>
    withRun(async (folder) => {
      expect(await verifyRunFolder(folder, { runHash: manifest.run_hash, chainPrev: null })).toMatchObject({
        ok: true,
        files: artifacts.length,
      });
    }));

  test('finds what was cut, made longer, removed, added or turned into a link', () =>
    withRun(async (folder, home) => {
      await truncate(join(folder, 'equity.parquet'), 10);
      await appendFile(join(folder, 'summary.json'), ' ');
      await rm(join(folder, 'equity.svg'));
      await writeFile(join(folder, 'Thumbs.db'), '');
      await rm(join(folder, 'report.html'));
      await writeFile(join(home, 'report.html'), artifacts.find(({ name }) => name === 'report.html')!.bytes);
      await symlink(join(home, 'report.html'), join(folder, 'report.html'));
      expect((await found(folder)).sort()).toEqual([
        'Thumbs.db extra',
        'equity.parquet size',
        'equity.svg missing',
        'report.html missing',
        'summary.json size',
      ]);
    }));

  test('of a folder without a manifest says that it is missing, of none is RUN_NOT_FOUND', () =>
    withFolder(async (home) => {
      expect(await found(home)).toEqual(['manifest.json missing']);
      await expect(verifyRunFolder(join(home, 'absent'))).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }));
});
