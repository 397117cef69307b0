import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256Hex } from '@projecta/hashing/node';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SAMPLE, TEN_DAYS, TEN_DAYS_CSV } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { type Ended, projecta } from '../testing/projecta.js';
import { runInStage, withStore } from '../testing/stored-runs.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

const ESCAPE = String.fromCharCode(27);
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
let folder: TemporaryFolder;
let first: Ended;
let sample: string;

beforeAll(async () => {
  folder = temporaryFolder();
  sample = folder.write('sample.json', JSON.stringify(SAMPLE));
  first = await projecta(['run', sample], { cwd: folder.path });
});
afterAll(() => folder.remove());

const runs = (): string[] => readdirSync(join(folder.path, '.projecta/runs')).sort();

describe('projecta run', () => {
  test('prints what ran, what came of it, and where the report is, without escape codes where there is no terminal', () => {
    expect(first.code).toBe(0);
    expect(first.stderr).toBe('');
    expect(first.stdout).not.toContain(ESCAPE);
    for (const text of [
      'TEST 1m  dual_sma fast=5 slow=15',
      '1,440 bars',
      'Returns',
      'Risk',
      'Trades',
      'P&L after costs',
      'Causal:',
      'permutation',
      'ANNUALIZATION_GUESSED',
    ]) {
      expect(first.stdout).toContain(text);
    }
    expect(
      Math.max(
        ...first.stdout
          .split('\n')
          .filter((line) => !line.startsWith('report'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });
  test('keeps the artifacts in PROJECTA_HOME under the run_hash, which is the SHA-256 of identity.json', () => {
    const [hash] = runs();
    const run = join(folder.path, '.projecta/runs', hash!);
    expect(first.stdout).toContain(`run_hash  ${hash}`);
    expect(first.stdout).toContain(join(run, 'report.html'));
    expect(sha256Hex(readFileSync(join(run, 'identity.json')))).toBe(hash);
    expect(JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8'))).toMatchObject({ run_hash: hash, chain_prev: null });
  });
  test('from stdin under --json prints summary.json and nothing else; the same run again is said to be known and not written', async () => {
    const [hash] = runs();
    const path = join(folder.path, '.projecta/runs', hash!, 'summary.json');
    const [json, again] = await Promise.all([
      projecta(['run', '-', '--json'], { cwd: folder.path, input: JSON.stringify({ ...SAMPLE, seed: undefined }) }),
      projecta(['run', sample], { cwd: folder.path }),
    ]);
    expect(json).toEqual({ code: 0, stdout: `${readFileSync(path, 'utf8')}\n`, stderr: '' });
    expect(again.stdout).toContain('The same run was there already, intact; nothing was written.');
    expect(runs()).toEqual([hash]);
  });
  test('with --out puts the same bytes there and nothing into PROJECTA_HOME', async () => {
    const home = join(folder.path, 'other-home');
    const out = join(folder.path, 'out');
    mkdirSync(out);
    const ended = await projecta(['run', sample, '--out', out], {
      cwd: folder.path,
      env: { PROJECTA_HOME: home, PROJECTA_EXTRA_DIGESTS: 'sha512' },
    });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(home)).toBe(false);
    const kept = join(folder.path, '.projecta/runs', runs()[0]!);
    expect(readdirSync(out)).toEqual(readdirSync(kept));
    for (const name of readdirSync(out).filter((one) => one !== 'manifest.json')) {
      expect(readFileSync(join(out, name)).equals(readFileSync(join(kept, name)))).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { artifacts: { sha512?: string }[] };
    expect(manifest.artifacts.every(({ sha512 }) => sha512?.length === 128)).toBe(true);
  });
  test('takes candles by --data and a changed config by --set; what was left out of the file is a note on stderr', async () => {
    const config = folder.write('ten-days.json', JSON.stringify(TEN_DAYS));
    const data = folder.write('acme.csv', TEN_DAYS_CSV);
    const ended = await projecta(['run', config, '--data', data, '--set', 'strategy.params.lookback=3', '--json'], { cwd: folder.path });
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ symbol: 'ACME', bars: 10, gaps: 1 });
    expect(ended.stderr).toBe('note  Column "Adj Close" not used: prices are as traded, not adjusted.\n');
  });
});

describe('projecta run --plugin', () => {
  test('runs a user module that lies anywhere, with the SHA-256 of the file in the identity; what it prints is no result', async () => {
    const plugin = join(folder.path, 'my-strategy.mjs');
    copyFileSync(join(examples, 'quiet_breakout.mjs'), plugin);
    folder.write('my-strategy.mjs', `${readFileSync(plugin, 'utf8')}\nconsole.log('hello from the plug-in');\n`);
    const ended = await projecta(['run', join(examples, 'quiet-breakout.json'), '--plugin', plugin, '--json', '--out', 'plugged'], {
      cwd: folder.path,
    });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toBe('hello from the plug-in\n');
    expect((JSON.parse(ended.stdout) as { metrics: { trades: number } }).metrics.trades).toBeGreaterThan(0);
    const identity = JSON.parse(readFileSync(join(folder.path, 'plugged/identity.json'), 'utf8')) as { plugins: unknown };
    expect(identity.plugins).toEqual([
      { kind: 'strategy', name: 'quiet_breakout', version: '1.0.0', digest: sha256Hex(readFileSync(plugin)) },
    ]);
    const replayed = await inProcess(['verify', join(folder.path, 'plugged'), '--replay'], { PROJECTA_HOME: folder.path });
    expect(replayed.code).toBe(2);
    expect(replayed.stdout).toContain('Replay: plugins_missing.');
    const file = sha256Hex(readFileSync(plugin)).slice(0, 12);
    expect(replayed.stdout).toContain(`made with strategy quiet_breakout 1.0.0 (file ${file}), which is not loaded here.`);
  });
  test('is exit 2 for a file that exports nothing of use, exit 1 for one that looks ahead or throws', async () => {
    const strategy = (name: string, body: string): string =>
      folder.write(
        `${name}.mjs`,
        `import { defineStrategy } from '@projecta/engine';
         export const it = defineStrategy({ name: '${name}', version: '1', title: 'x', description: 'x', params: {}, inputs: ['close'], ${body} });`,
      );
    const peek = strategy(
      'peek',
      'target({ close }, _, out) { for (let t = 0; t + 1 < close.length; t++) out[t] = close[t + 1] > close[t] ? 1 : -1; }',
    );
    const thrower = strategy('thrower', `target() { throw new Error('no luck'); }`);
    const nothing = folder.write('nothing.mjs', 'export const x = 1;');
    const syntax = folder.write('syntax.mjs', 'export const = 1;');
    const run = (plugin: string, name: string): Promise<Ended> =>
      projecta(['run', sample, '--plugin', plugin, '--set', `strategy={"name":"${name}"}`, '--out', 'never'], { cwd: folder.path });
    const [peeked, threw, empty, broken] = await Promise.all([
      run(peek, 'peek'),
      run(thrower, 'thrower'),
      run(nothing, 'x'),
      run(syntax, 'x'),
    ]);
    expect([peeked.code, threw.code, empty.code, broken.code]).toEqual([1, 1, 2, 2]);
    expect(threw.stderr).toContain('no luck');
    expect(empty.stderr).toContain('"nothing.mjs" exports no plug-in');
    expect(broken.stderr).toContain('"syntax.mjs" cannot be imported. SyntaxError');
    for (const { stdout, stderr } of [peeked, threw, empty, broken]) expect([stdout, /\n\s+at /.test(stderr)]).toEqual(['', false]);
    expect(existsSync(join(folder.path, 'never'))).toBe(false);
  });
});

describe('projecta run, interrupted', () => {
  const long = ['--set', 'validation.permutation.trials=100000'];
  /** Sends Ctrl-C when `when` resolves; `ms` is what the program takes to end then. */
  const interrupted = async (words: readonly string[], cwd: string, when: () => Promise<unknown>): Promise<Ended & { ms: number }> => {
    let sent = 0;
    const ended = await projecta(words, {
      cwd,
      meanwhile: (kill) =>
        when().then(() => {
          sent = performance.now();
          kill('SIGINT');
        }),
    });
    return { ...ended, ms: performance.now() - sent };
  };
  const newFolder = (name: string): string => {
    mkdirSync(join(folder.path, name));
    return join(folder.path, name);
  };
  test('in a long permutation ends within a second with exit 130: the run is cancelled, and there are no files of it', async () => {
    const cwd = newFolder('interrupted');
    const home = join(cwd, '.projecta');
    const { code, stdout, stderr, ms } = await interrupted(['run', sample, ...long], cwd, () => runInStage(home, 'permutation'));
    expect([code, stdout, stderr]).toEqual([130, '', '']);
    expect(ms).toBeLessThan(1000);
    const [runsThere, events] = await withStore(home, async ({ runs, events }) => [(await runs.list()).items, await events.after({})]);
    expect(runsThere.map(({ status, owner }) => [status, owner])).toEqual([['cancelled', null]]);
    expect(events.at(-1)).toMatchObject({ type: 'run.cancelled', run_hash: runsThere[0]!.run_hash });
    expect(readdirSync(join(home, 'runs'))).toEqual([]);
    expect(await inProcess(['report', runsThere[0]!.run_hash], { PROJECTA_HOME: home })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is cancelled, so it has no artifacts'),
    });
  });
  test('by somebody else who cancels it says so and ends with 130, too', async () => {
    const cwd = newFolder('cancelled');
    const home = join(cwd, '.projecta');
    const ended = await projecta(['run', sample, ...long], {
      cwd,
      meanwhile: async () => {
        const { run_hash } = await runInStage(home, 'permutation');
        await withStore(home, ({ runs }) => runs.cancel(run_hash));
      },
    });
    expect(ended).toEqual({ code: 130, stdout: '', stderr: 'The run was cancelled by another process.\n' });
  });
  test('under --out leaves nothing at all', async () => {
    const cwd = newFolder('interrupted-out');
    const { code, stdout } = await interrupted(['run', sample, ...long, '--out', 'x'], cwd, () => sleep(2000));
    expect([code, stdout]).toEqual([130, '']);
    expect(readdirSync(cwd)).toEqual([]);
  });
  test("in a plug-in's endless loop ends too", async () => {
    const cwd = newFolder('endless');
    const home = join(cwd, '.projecta');
    const plugin = folder.write(
      'endless.mjs',
      `import { defineStrategy } from '@projecta/engine';
       export const it = defineStrategy({ name: 'endless', version: '1', title: 'x', description: 'x', params: {}, onBar() { for (;;); } });`,
    );
    const words = ['run', sample, '--plugin', plugin, '--set', 'strategy={"name":"endless"}'];
    const { code, ms } = await interrupted(words, cwd, () => runInStage(home, 'simulation'));
    expect(code).toBe(130);
    expect(ms).toBeLessThan(1000);
    expect(readdirSync(join(home, 'runs'))).toEqual([]);
  });
});
