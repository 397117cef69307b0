import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { manifestArtifact, readManifest, sealManifest, tableFromParquet } from '@projecta/artifacts';
import { sha256Hex } from '@projecta/hashing/node';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE, TEN_DAYS, TEN_DAYS_CSV } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { type Ended, projecta } from '../testing/projecta.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
let home: string;
let hash: string;
let other: string;

const here = (...words: string[]): Promise<Ended> => inProcess(words, { PROJECTA_HOME: home });

beforeAll(async () => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
  const sample = folder.write('sample.json', JSON.stringify(SAMPLE));
  const run = async (...words: string[]): Promise<string> => {
    const { stdout } = await projecta(['run', sample, '--json', ...words], { cwd: folder.path, env: { PROJECTA_HOME: home } });
    return (JSON.parse(stdout) as { run_hash: string }).run_hash;
  };
  [hash, other] = await Promise.all([run(), run('--set', 'strategy.params.fast=7', '--out', 'b')]);
});
afterAll(() => folder.remove());

describe('projecta export', () => {
  test('turns every table into a file of numbers with all their digits', async () => {
    const to = join(folder.path, 'csv');
    const { code, stdout } = await here('export', hash.slice(0, 8), '--to', to);
    expect(code).toBe(0);
    expect(readdirSync(to).sort()).toEqual(['equity.csv', 'fills.csv', 'trades.csv', 'validation_detail.csv']);
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(4);
    const table = await tableFromParquet(readFileSync(join(home, 'runs', hash, 'equity.parquet')));
    const equity = table.columns.find(({ name }) => name === 'equity')!;
    const rows = readFileSync(join(to, 'equity.csv'), 'utf8').trimEnd().split('\n');
    expect(rows[0]).toBe('ts,equity,cash,position,drawdown,exposure');
    const last = rows.at(-1)!.split(',');
    expect(Number(last[1])).toBe((equity as { values: Float64Array }).values.at(-1));
    expect((await here('export', hash, '--to', to)).code).toBe(2);
  });
  test('knows tables by both names, in JSON and Arrow too, and refuses what is no table or not there', async () => {
    const to = join(folder.path, 'mixed');
    expect((await here('export', hash, 'trades.parquet', 'trades', '--format', 'json', '--to', to)).code).toBe(0);
    expect((await here('export', hash, 'fills', '--format', 'arrow', '--to', to)).code).toBe(0);
    expect(readdirSync(to).sort()).toEqual(['fills.arrow', 'trades.json']);
    expect(Array.isArray(JSON.parse(readFileSync(join(to, 'trades.json'), 'utf8')))).toBe(true);
    expect(readFileSync(join(to, 'fills.arrow')).subarray(0, 6).toString()).toBe('ARROW1');
    expect(await here('export', hash, 'equty', '--to', to)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "equity"?'),
    });
    expect(await here('export', hash, 'summary.json', '--to', to)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is no table'),
    });
    expect(await here('export', hash, '--to', join(home, 'runs', hash))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the folder of a run or a sweep'),
    });
  });
  test('of one named table goes to stdout; a reader that stops early is no failure', async () => {
    const whole = await projecta(['export', hash, 'trades'], { cwd: folder.path, env: { PROJECTA_HOME: home } });
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^side,entry_bar,/);
  });
});

describe('projecta verify', () => {
  test('of an intact run lists every artifact and ends with 0, by hash, prefix and folder', async () => {
    for (const run of [hash, hash.slice(0, 8), join(home, 'runs', hash)]) {
      const { code, stdout } = await here('verify', run);
      expect(code).toBe(0);
      expect(stdout.match(/^✓ /gm)).toHaveLength(13);
      expect(stdout).toContain('Intact: 13 files');
    }
  });
  test('of a damaged run names the artifact and ends with 1; no command reads the damaged file', async () => {
    const run = join(folder.path, 'damaged');
    cpSync(join(home, 'runs', hash), run, { recursive: true });
    const bytes = readFileSync(join(run, 'equity.parquet'));
    bytes[100]! ^= 1;
    writeFileSync(join(run, 'equity.parquet'), bytes);
    rmSync(join(run, 'trades.parquet'));
    const { code, stdout } = await here('verify', run);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ equity\.parquet\s+its SHA-256 is/);
    expect(stdout).toMatch(/✗ trades\.parquet\s+the file is missing/);
    expect(stdout).toContain('✓ fills.parquet');
    expect(await here('export', run, 'equity', '--to', join(folder.path, 'x'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('equity.parquet'),
    });
    rmSync(join(run, 'manifest.json'));
    expect((await here('verify', run)).code).toBe(1);
    expect((await here('verify', join(folder.path, 'nowhere'))).code).toBe(2);
  });
  test('--replay runs it again and finds the same artifacts', async () => {
    const ended = await projecta(['verify', join(folder.path, 'b'), '--replay', '--json'], { cwd: folder.path });
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, run_hash: other, replay: { status: 'same', differences: [] } });
  });
  test('--replay of a forged run, whose hashes all fit, is a mismatch that names the artifact', async () => {
    const run = join(folder.path, 'forged');
    cpSync(join(folder.path, 'b'), run, { recursive: true });
    forge(run);
    const { code, stdout } = await projecta(['verify', run, '--replay'], { cwd: folder.path });
    expect(stdout).toContain('Intact: 13 files');
    expect(stdout).toMatch(/Replay: mismatch\..*\n✗ metrics\.json: its sha256 was/);
    expect(code).toBe(1);
  });
  test('--replay without the candles says data_missing, with other candles data_changed, with these the same', async () => {
    const cwd = folder.path;
    const config = folder.write('ten-days.json', JSON.stringify(TEN_DAYS));
    const data = folder.write('good.csv', TEN_DAYS_CSV);
    const changed = folder.write('changed.csv', TEN_DAYS_CSV.replace('101,103,100,102', '101,103,100,101.5'));
    const short = folder.write('short.csv', TEN_DAYS_CSV.split('\n').slice(0, 4).join('\n'));
    expect((await projecta(['run', config, '--data', data, '--out', 'acme'], { cwd })).code).toBe(0);
    const replay = (...words: string[]): Promise<Ended> => projecta(['verify', 'acme', '--replay', ...words], { cwd });
    const answers = await Promise.all([replay(), replay('--data', changed), replay('--data', short), replay('--data', data)]);
    expect(answers.map(({ code, stdout }) => [code, /^Replay: (\w+)/m.exec(stdout)?.[1]])).toEqual([
      [2, 'data_missing'],
      [2, 'data_changed'],
      [2, 'data_changed'],
      [0, 'same'],
    ]);
  });
});

describe('projecta compare and report', () => {
  test('show how configs differ and the metrics side by side', async () => {
    const { code, stdout } = await here('compare', hash, join(folder.path, 'b'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\/strategy\/params\/fast\s+5\s+7/);
    expect(stdout).toContain('Both ran on the same candles.');
    expect(stdout).toMatch(/Sharpe ratio\s+[\d.]+\s+[\d.]+\s+[+-][\d.]+/);
    expect(stdout).not.toContain('++');
    const json = JSON.parse((await here('compare', hash, join(folder.path, 'b'), '--json')).stdout) as {
      config: unknown;
      metrics: Record<string, unknown>;
    };
    expect(json.config).toEqual([{ path: '/strategy/params/fast', a: 5, b: 7 }]);
    expect(json.metrics['break_even_cost_multiple']).toEqual({ a: null, b: null });
    expect((await here('compare', hash, hash)).stdout).toContain('The two are the same run.');
  });
  test("print the path of the run's report", async () => {
    const { code, stdout } = await here('report', hash.slice(0, 10));
    expect(code).toBe(0);
    expect(existsSync(stdout.trimEnd())).toBe(true);
    expect(stdout).toBe(`${join(home, 'runs', hash, 'report.html')}\n`);
  });
});

describe('a run that lies in the home', () => {
  const again = (env: Record<string, string> = {}): Promise<Ended> =>
    projecta(['run', 'sample.json'], { cwd: folder.path, env: { PROJECTA_HOME: home, ...env } });
  test('is written anew when it is damaged, as the chain says: not with what the environment asks for now', async () => {
    const manifest = readFileSync(join(home, 'runs', hash, 'manifest.json'));
    rmSync(join(home, 'runs', hash, 'summary.json'));
    expect((await again({ PROJECTA_EXTRA_DIGESTS: 'sha512' })).stdout).toContain('The same run was there, damaged; it is written anew.');
    expect((await here('verify', hash)).code).toBe(0);
    expect(readFileSync(join(home, 'runs', hash, 'manifest.json')).equals(manifest)).toBe(true);
    expect(readdirSync(join(home, 'runs'))).toEqual([hash]);
  });
  test('and was forged, hashes and all, is found out by the ledger', async () => {
    const run = join(home, 'runs', hash);
    cpSync(run, join(folder.path, 'true'), { recursive: true });
    forge(run);
    const { code, stdout } = await here('verify', hash);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ manifest\.json\s+manifest_hash is [0-9a-f]{64} where the ledger says/);
    expect((await here('verify', run)).code).toBe(0); // by its folder it is any run
    rmSync(run, { recursive: true });
    cpSync(join(folder.path, 'true'), run, { recursive: true });
    expect((await here('verify', hash)).code).toBe(0);
  });
  test('is found by its hash through the store, whatever else lies beside it', async () => {
    const stray = 'f'.repeat(64);
    const prefix = stray.slice(0, 12);
    cpSync(join(home, 'runs', hash), join(home, 'runs', stray), { recursive: true });
    expect(await here('report', prefix)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`There is no run or sweep "${prefix}"`),
    });
    expect(existsSync(join(home, 'runs', stray))).toBe(true); // this database never heard of it: it is not its to remove
    rmSync(join(home, 'runs', stray), { recursive: true });
  });
});

/** Changes a result and seals the run anew, so that all its own hashes fit. */
function forge(run: string): void {
  const metrics = Buffer.from(readFileSync(join(run, 'metrics.json'), 'utf8').replace(/"sharpe":-?[\d.]+/, '"sharpe":99'));
  const { artifacts, chain_prev, ...manifest } = readManifest(readFileSync(join(run, 'manifest.json')));
  const forged = artifacts.map((one) => (one.name === 'metrics.json' ? { ...one, size: metrics.length, sha256: sha256Hex(metrics) } : one));
  writeFileSync(join(run, 'metrics.json'), metrics);
  writeFileSync(join(run, 'manifest.json'), manifestArtifact(sealManifest({ ...manifest, artifacts: forged }, chain_prev)).bytes);
}
