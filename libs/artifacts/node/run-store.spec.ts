import { describe, expect, test } from '@jest/globals';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRun, listRuns, removeRun, resolveRun, runFolder, runsFolder } from './run-store.js';
import { withFolder } from './testing/temporary-folder.js';

const hash = (start: string): string => start.padEnd(64, '0');
const A = hash('aaaaaaaa1');
const B = hash('aaaaaaaa2');
const C = hash('cccccccc');

/** A home with three runs, A the newest, B the oldest. */
const withStore = (use: (home: string) => Promise<void>): Promise<void> =>
  withFolder(async (home) => {
    for (const [run, seconds] of [
      [A, 3_000],
      [B, 1_000],
      [C, 2_000],
    ] as const) {
      const manifest = join(runFolder(home, run), 'manifest.json');
      await mkdir(runFolder(home, run), { recursive: true });
      await writeFile(manifest, '{}');
      await utimes(manifest, seconds, seconds);
    }
    await mkdir(join(runsFolder(home), `.tmp-${hash('d')}-x`));
    await mkdir(runFolder(home, hash('e'))); // no manifest: no run
    await writeFile(join(runsFolder(home), hash('f')), 'a file');
    await use(home);
  });

describe('run store', () => {
  test('a run lies under its hash, and only a hash has a place', () => {
    expect(runFolder('/home', A)).toBe(join('/home', 'runs', A));
    for (const bad of ['..', '', `${A}/..`, A.toUpperCase(), A.slice(1), `${A}0`])
      expect(() => runFolder('/home', bad)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  test('lists the runs, newest first', () =>
    withStore(async (home) => {
      expect(await listRuns(home)).toEqual(
        [A, C, B].map((run) => expect.objectContaining({ run_hash: run, folder: runFolder(home, run) })),
      );
      expect((await listRuns(home))[0]!.written_at).toBe(3_000_000);
      expect(await listRuns(join(home, 'absent'))).toEqual([]);
    }));

  test('finds a run by its hash or by the start of it', () =>
    withStore(async (home) => {
      for (const name of [A, A.slice(0, 9)]) expect(await findRun(home, name)).toBe(runFolder(home, A));
      expect(await findRun(home, 'cccccccc')).toBe(runFolder(home, C));
    }));

  test('a start that two runs share is AMBIGUOUS_PREFIX and names them', () =>
    withStore(async (home) => {
      for (const find of [findRun, resolveRun])
        await expect(find(home, 'aaaaaaaa')).rejects.toMatchObject({
          code: 'AMBIGUOUS_PREFIX',
          message: expect.stringContaining(`${A}, ${B}`),
        });
    }));

  test.each(['aaaaaaa', 'dddddddd', 'AAAAAAAA1', '..', '', hash('e'), hash('f')])('of %j is RUN_NOT_FOUND', (name) =>
    withStore(async (home) => {
      for (const find of [findRun, resolveRun]) await expect(find(home, name)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }),
  );

  test('a path is a run for resolveRun, never for findRun', () =>
    withStore(async (home) => {
      const folder = join(home, 'elsewhere');
      await mkdir(folder);
      await writeFile(join(folder, 'manifest.json'), '{}');
      expect(await resolveRun(home, folder)).toBe(folder);
      await expect(findRun(home, folder)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    }));

  test('removes a run whole', () =>
    withStore(async (home) => {
      expect(await removeRun(home, C)).toBe(true);
      expect(await removeRun(home, C)).toBe(false);
      expect(await readdir(runsFolder(home))).not.toContain(C);
      expect((await listRuns(home)).map(({ run_hash }) => run_hash)).toEqual([A, B]);
    }));
});
