import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { normalizeConfig, catalogueOf } from '@projecta/engine';
import { jsonSha256 } from '@projecta/hashing';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { type Ended, projecta } from '../testing/projecta.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
let home: string;
let sample: string;

const here = (...words: string[]): Promise<Ended> => inProcess(words, { PROJECTA_HOME: home });
const normal = (changes: object = {}) => normalizeConfig({ ...SAMPLE, ...changes }, catalogueOf()) as never;
const idOf = (name: string, changes: object = {}): string => jsonSha256({ name, config: normal(changes) });

beforeAll(() => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
  sample = folder.write('sample.json', JSON.stringify(SAMPLE));
});
afterAll(() => folder.remove());

describe('projecta preset', () => {
  test('without any says so, and makes no home', async () => {
    expect(await here('preset', 'list')).toMatchObject({ code: 0, stdout: expect.stringContaining('There are no presets.') });
    expect(await here('preset', 'show', 'abcdef0123')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no preset "abcdef0123"'),
    });
    expect(await here('run', '--preset', 'abcdef0123')).toMatchObject({ code: 2, stderr: expect.stringContaining('projecta preset add') });
    expect(existsSync(home)).toBe(false);
  });
  test('add keeps the normal form under the SHA-256 of name and normal form; the same again is the same', async () => {
    const id = idOf('mine');
    const added = await here('preset', 'add', sample, '--name', 'mine');
    expect(added).toMatchObject({ code: 0, stdout: expect.stringMatching(new RegExp(`^stored {2}mine\\npreset_id {2}${id}\\n`)) });
    expect((await here('preset', 'add', sample, '--name', 'mine')).stdout).toMatch(/^stored already/);
    const aliased = folder.write(
      'aliased.json',
      JSON.stringify({ ...SAMPLE, seed: undefined, strategy: { name: 'dual_sma', params: { short_window: 5, long_window: 15 } } }),
    );
    const again = JSON.parse((await here('preset', 'add', aliased, '--name', 'mine', '--json')).stdout) as object;
    expect(again).toMatchObject({ preset_id: id, name: 'mine', created: false, config: normal(), created_at: expect.stringMatching(/Z$/) });
  });
  test('add --set keeps the changed config', async () => {
    const { stdout } = await here('preset', 'add', sample, '--name', 'other', '--set', 'seed=7', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ preset_id: idOf('other', { seed: 7 }), created: true, config: { seed: 7 } });
  });
  test('list shows the newest first, show the config, by prefix too', async () => {
    expect((await here('preset', 'list')).stdout).toMatch(/other\s+TEST\s+1m\s+dual_sma\n.*mine\s+TEST/);
    const { items } = JSON.parse((await here('preset', 'list', '--json')).stdout) as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['other', 'mine']);
    const shown = (await here('preset', 'show', idOf('mine').slice(0, 8))).stdout;
    expect(shown).toMatch(/^mine\npreset_id/);
    expect(JSON.parse(shown.slice(shown.indexOf('{')))).toEqual(normal());
  });
  test('is run by --preset, with overrides; its run is that of the config', async () => {
    const at = { cwd: folder.path, env: { PROJECTA_HOME: home } };
    const [plain, changed] = await Promise.all([
      projecta(['run', '--preset', idOf('mine').slice(0, 10), '--json'], at),
      projecta(['run', '--preset', idOf('mine'), '--set', 'seed=9', '--json'], at),
    ]);
    const config_hash = (text: string): string => (JSON.parse(text) as { config_hash: string }).config_hash;
    expect(config_hash(plain.stdout)).toBe(jsonSha256(normal()));
    expect(config_hash(changed.stdout)).toBe(jsonSha256(normal({ seed: 9 })));
    expect(JSON.parse((await here('validate', '--preset', idOf('mine'), '--json')).stdout)).toMatchObject({ bars: 1440, config: normal() });
  });
  test('of a bad config, with a bad name, or beside another config is refused with everything that is wrong', async () => {
    const bad = folder.write('bad.json', JSON.stringify({ ...SAMPLE, seed: 'x', strategy: { name: 'dual_sna' } }));
    expect(await here('preset', 'add', bad, '--name', 'bad')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('bad.json has 2 problems'),
    });
    for (const name of ['', ' ', 'x'.repeat(129), 'a\nb']) {
      expect(await here('preset', 'add', sample, '--name', name)).toMatchObject({ code: 2, stderr: expect.stringContaining('--name') });
    }
    expect(await here('run', sample, '--preset', idOf('mine'))).toMatchObject({ code: 2, stderr: expect.stringContaining('two configs') });
    expect(await here('preset', 'show', '0'.repeat(16))).toMatchObject({ code: 2, stderr: expect.stringContaining('no preset') });
  });
  test('remove forgets it', async () => {
    expect((await here('preset', 'remove', idOf('mine'))).stdout).toBe(`removed  mine  ${idOf('mine')}\n`);
    expect((await here('preset', 'remove', idOf('mine'))).code).toBe(2);
    expect((await here('preset', 'list')).stdout).not.toContain('mine');
  });
});
