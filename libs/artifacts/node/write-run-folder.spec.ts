import type { Artifact } from '@projecta/artifacts';
import { describe, expect, test } from '@jest/globals';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanTemporary } from './clean-temporary.js';
import { withFolder } from './testing/temporary-folder.js';
import { writeRunFolder } from './write-run-folder.js';

const artifact = (name: string, text = name): Artifact => ({ name, media_type: 'text/plain', bytes: new TextEncoder().encode(text) });
const some = [artifact('a.json'), artifact('b.json', ''), artifact('manifest.json')];

describe('writeRunFolder', () => {
  test('writes every file, the folders above too, and leaves nothing beside', () =>
    withFolder(async (home) => {
      const folder = join(home, 'runs', 'one');
      await writeRunFolder(folder, some);
      expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json', 'manifest.json']);
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('a.json');
      expect((await stat(join(folder, 'b.json'))).size).toBe(0);
      expect(await readdir(join(home, 'runs'))).toEqual(['one']);
    }));

  test('takes an empty folder that is there', () =>
    withFolder(async (home) => {
      await mkdir(join(home, 'one'));
      await writeRunFolder(join(home, 'one'), some);
      expect(await readdir(join(home, 'one'))).toHaveLength(3);
    }));

  test('refuses a folder with anything in it, and leaves it as it is', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'mine.txt'), 'mine');
      await expect(writeRunFolder(home, some)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        message: expect.stringMatching(/not empty. Name one that is absent or empty/),
      });
      expect(await readdir(home)).toEqual(['mine.txt']);
    }));

  test('refuses a file, and a link even to an empty folder', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'file'), '');
      await mkdir(join(home, 'empty'));
      await symlink(join(home, 'empty'), join(home, 'link'));
      for (const name of ['file', 'link'])
        await expect(writeRunFolder(join(home, name), some)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await readdir(join(home, 'empty'))).toEqual([]);
    }));

  test.each(['../out.json', '/tmp/out.json', 'a/b.json', '..', '.hidden.json', 'a\\b.json', 'A.json', 'con', '', 'a.json\n'])(
    'refuses the name %j before anything is written',
    (name) =>
      withFolder(async (home) => {
        await expect(writeRunFolder(join(home, 'one'), [...some, artifact(name)])).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
        expect(await readdir(home)).toEqual([]);
      }),
  );

  test('refuses a name that is there twice', () =>
    withFolder(async (home) => {
      await expect(writeRunFolder(join(home, 'one'), [...some, artifact('a.json')])).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await readdir(home)).toEqual([]);
    }));

  test('leaves nothing behind when a write fails in the midst', () =>
    withFolder(async (home) => {
      const broken = { ...artifact('c.json'), bytes: { length: 3 } as unknown as Uint8Array };
      await expect(writeRunFolder(join(home, 'one'), [...some, broken])).rejects.toThrow();
      expect(await readdir(home)).toEqual([]);
    }));

  test('leaves nothing behind when the parent is a file', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'file'), '');
      await expect(writeRunFolder(join(home, 'file', 'one'), some)).rejects.toThrow();
      expect(await readdir(home)).toEqual(['file']);
    }));

  test('of two writers at once one wins whole, the other is told', () =>
    withFolder(async (home) => {
      const folder = join(home, 'one');
      const results = await Promise.allSettled(
        ['x', 'y'].map((text) =>
          writeRunFolder(
            folder,
            ['a.json', 'b.json'].map((name) => artifact(name, text)),
          ),
        ),
      );
      const failed = results.filter((result) => result.status === 'rejected');
      expect(failed.map(({ reason }) => (reason as { code: string }).code)).toEqual(['NOT_ALLOWED']);
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe(await readFile(join(folder, 'b.json'), 'utf8'));
      expect(await readdir(home)).toEqual(['one']);
    }));
});

describe('cleanTemporary', () => {
  test('removes what a crash left, and nothing else', () =>
    withFolder(async (home) => {
      await writeRunFolder(join(home, 'one'), some);
      await mkdir(join(home, '.tmp-two-AbC123'));
      await writeFile(join(home, '.tmp-two-AbC123', 'a.json'), 'half');
      await writeFile(join(home, '.tmp-file'), 'a file');
      expect(await cleanTemporary(home)).toEqual(['.tmp-two-AbC123']);
      expect((await readdir(home)).sort()).toEqual(['.tmp-file', 'one']);
      expect(await cleanTemporary(join(home, 'absent'))).toEqual([]);
    }));
});
