import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SweepSummary } from '@projecta/artifacts';
import { sha256Hex } from '@projecta/hashing/node';
import { identifySweep, sweepRequest } from '@projecta/home';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { type Ended, projecta } from '../testing/projecta.js';
import { withStore } from '../testing/stored-runs.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

const BASE = { ...SAMPLE, validation: {} };
const GRID = ['--grid', 'fast=4:6:1', '--grid', 'slow=5,15,20'];
const SWEEP = { base: BASE, grid: { slow: [5, 15, 20], 'strategy.params.fast': '4:6:1' }, objective: 'sharpe' };

let folder: TemporaryFolder;
let home: string;
let base: string;
let first: Ended;
let hash: string;

beforeAll(async () => {
  folder = temporaryFolder();
  home = join(folder.path, '.projecta');
  base = folder.write('base.json', JSON.stringify(BASE));
  first = await projecta(['sweep', base, ...GRID], { cwd: folder.path });
  hash = /sweep_hash\s+(\w{64})/.exec(first.stdout)?.[1] ?? first.stderr;
});
afterAll(() => folder.remove());

const here = (...words: string[]): Promise<Ended> => inProcess(words, { PROJECTA_HOME: home });
const filesOf = (sweep_hash: string): string => join(home, 'runs', sweep_hash);
const tried = () => withStore(home, (store) => store.selection.counts({ symbol: 'TEST', start: 0, end: 1e15 }));

describe('projecta sweep', () => {
  test('prints what was tried, the best, the others beside it, what lies around, and what luck would do', () => {
    expect([first.code, first.stderr]).toEqual([0, '']);
    for (const text of [
      'TEST 1m  dual_sma',
      'grid over fast × slow',
      '9 tried · 7 ran · 2 skipped',
      'The first skipped, fast=5 slow=5: /strategy/params/fast',
      'Best: fast=',
      'highest sharpe',
      'P&L after costs',
      'Around the best: a plateau of',
      'After 7 configs tried on these data',
      join(filesOf(hash), 'report.html'),
    ]) {
      expect(first.stdout).toContain(text);
    }
    const rows = first.stdout.split('\n').filter((line) => /^\s*\d+\s+[456]\s+(5|15|20)\s/.test(line));
    expect(rows).toHaveLength(7);
    const sharpes = rows.map((row) => Number(row.trim().split(/\s+/)[3]));
    expect(sharpes).toEqual([...sharpes].sort((a, b) => b - a));
  });
  test('gives the sweep_hash that the service gives, which is the SHA-256 of identity.json', async () => {
    const source = { home: null, dataDir: null, extraDigests: [], engineVersion: '0' };
    const { sweep_hash } = await identifySweep(await sweepRequest(SWEEP, source), { plugins: [] });
    expect(sweep_hash).toBe(hash);
    expect(sha256Hex(readFileSync(join(filesOf(hash), 'identity.json')))).toBe(hash);
  });
  test('that is known already is not computed again; a document from stdin under --json prints summary.json alone', async () => {
    const again = await projecta(['sweep', '-', '--json'], { cwd: folder.path, input: JSON.stringify(SWEEP) });
    expect(again).toEqual({ code: 0, stdout: `${readFileSync(join(filesOf(hash), 'summary.json'), 'utf8')}\n`, stderr: '' });
    const attempts = await withStore(home, async ({ sweeps }) => (await sweeps.list()).items.map(({ attempt }) => attempt));
    expect(attempts).toEqual([1]);
  });
  test('has trials whose run_hash is that of projecta run, which then counts as no new try', async () => {
    const { best } = JSON.parse(readFileSync(join(filesOf(hash), 'summary.json'), 'utf8')) as SweepSummary;
    const before = await tried();
    const set = Object.entries(best.params).flatMap(([path, value]) => ['--set', `${path}=${String(value)}`]);
    const run = await projecta(['run', base, '--json', ...set], { cwd: folder.path });
    const summary = JSON.parse(run.stdout) as { run_hash: string; metrics: unknown };
    expect(summary.run_hash).toBe(best.run_hash);
    expect(summary.metrics).toEqual(best.metrics);
    expect([before.trials, await tried()]).toEqual([7, before]);
  });
  test('with --out puts the same bytes there, counts only its own tries, and leaves no home behind', async () => {
    const out = join(folder.path, 'out');
    const other = join(folder.path, 'other-home');
    const ended = await projecta(['sweep', base, ...GRID, '--out', out], { cwd: folder.path, env: { PROJECTA_HOME: other } });
    expect([ended.code, ended.stderr, existsSync(other)]).toEqual([0, '', false]);
    expect(ended.stdout.replaceAll(out, filesOf(hash))).toBe(first.stdout);
    expect(readdirSync(out)).toEqual(readdirSync(filesOf(hash)));
    for (const name of readdirSync(out)) {
      expect([name, readFileSync(join(out, name)).equals(readFileSync(join(filesOf(hash), name)))]).toEqual([name, true]);
    }
  });
  test('draws at random, by another metric, judged', async () => {
    const words = ['--random', 'fast=2:10', '--random', 'execution.fee_bps=0.1:10,log', '--trials', '12', '--objective', 'max_drawdown'];
    const ended = await projecta(['sweep', base, ...words, '--overfitting', '--out', 'drawn'], { cwd: folder.path });
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain('random draws over execution.fee_bps × fast');
    expect(ended.stdout).toContain('12 tried · 12 ran · 0 skipped');
    expect(ended.stdout).toContain('max_drawdown');
    expect(ended.stdout).toMatch(/overfitting +The best of \d+ combinations/);
  });
  test('says all that is wrong at once and ends with 2', async () => {
    const asked = [
      ['--grid', 'fats=1,2', '--objective', 'shape', '--random', 'slow=1:2', '--trials', '3'],
      ['--grid', 'fast=20,30'],
      ['--grid', 'fast=4,4', '--set', 'seed=-1', '--json'],
    ];
    const all = await Promise.all(asked.map((words) => projecta(['sweep', base, ...words], { cwd: folder.path })));
    expect(all.map(({ code, stdout }) => [code, stdout])).toEqual(asked.map(() => [2, '']));
    const [bad, nothing, json] = all.map(({ stderr }) => stderr);
    for (const text of ['base.json has 3 problems', '/grid/fats', 'Did you mean "fast"', '/random', '/objective'])
      expect(bad).toContain(text);
    expect(nothing).toContain('has no combination that can run');
    expect(JSON.parse(json!)).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: '/base/seed' }, { path: '/grid/fast/1' }] });
    expect(await here('sweep', base, '--grid', 'fast')).toMatchObject({ code: 2, stderr: expect.stringContaining('--grid fast=5:50:5') });
  });
});

describe('what is done with runs', () => {
  test('verify is done with a sweep: by hash, prefix and folder, and damage is named', async () => {
    for (const name of [hash, hash.slice(0, 8), filesOf(hash)]) {
      const { code, stdout } = await here('verify', name);
      expect([code, stdout.match(/^✓ /gm)?.length]).toEqual([0, 8]);
    }
    const copy = join(folder.path, 'damaged');
    cpSync(filesOf(hash), copy, { recursive: true });
    const bytes = readFileSync(join(copy, 'sweep.parquet'));
    bytes[100]! ^= 1;
    writeFileSync(join(copy, 'sweep.parquet'), bytes);
    expect(await here('verify', copy)).toMatchObject({ code: 1, stdout: expect.stringMatching(/✗ sweep\.parquet\s+its SHA-256 is/) });
  });
  test('verify --replay computes it again and finds the same', async () => {
    const ended = await projecta(['verify', hash, '--replay', '--json'], { cwd: folder.path });
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, run_hash: hash, replay: { status: 'same', differences: [] } });
  });
  test('export and report are done with a sweep, compare refuses it', async () => {
    const { code, stdout } = await projecta(['export', hash, 'sweep'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^trial,run_hash,param\.strategy\.params\.fast,param\.strategy\.params\.slow,/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
    expect((await here('report', hash.slice(0, 10))).stdout.trim()).toBe(join(filesOf(hash), 'report.html'));
    expect(await here('compare', hash, hash)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a sweep, and runs are compared'),
    });
  });
});

describe('projecta sweep, interrupted', () => {
  test('ends within a second with exit 130: the sweep is cancelled, and there are no files of it', async () => {
    const cwd = join(folder.path, 'interrupted');
    mkdirSync(cwd);
    let sent = 0;
    const store = join(cwd, '.projecta');
    const ended = await projecta(['sweep', base, '--grid', 'fast=2:200:1', '--grid', 'slow=201:600:1'], {
      cwd,
      meanwhile: async (kill) => {
        await sweepInStage(store, 'sweep');
        sent = performance.now();
        kill('SIGINT');
      },
    });
    expect(ended).toEqual({ code: 130, stdout: '', stderr: '' });
    expect(performance.now() - sent).toBeLessThan(5_000);
    const rows = await withStore(store, async ({ sweeps }) => (await sweeps.list()).items);
    expect(rows.map(({ status, owner }) => [status, owner])).toEqual([['cancelled', null]]);
    expect(readdirSync(join(store, 'runs'))).toEqual([]);
    expect(await inProcess(['verify', rows[0]!.run_hash], { PROJECTA_HOME: store })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is cancelled, so it has no artifacts'),
    });
  });
});

describe('projecta sweep, killed', () => {
  test('is computed by the next one as a further attempt, and its trials are counted once', async () => {
    const cwd = join(folder.path, 'killed');
    mkdirSync(cwd);
    const words = ['sweep', base, '--grid', 'fast=2:31:1', '--grid', 'slow=40:79:1', '--json'];
    const store = join(cwd, '.projecta');
    const killed = await projecta(words, { cwd, meanwhile: (kill) => sweepInStage(store, 'sweep').then(() => kill('SIGKILL')) });
    expect([killed.code, killed.stdout]).toEqual([null, '']);
    const again = await projecta(words, { cwd });
    expect([again.code, again.stderr]).toEqual([0, '']);
    const { sweep_hash } = JSON.parse(again.stdout) as SweepSummary;
    await withStore(store, async ({ sweeps, selection, ledger }) => {
      expect(await sweeps.get(sweep_hash)).toMatchObject({ status: 'completed', attempt: 2 });
      expect((await selection.counts({ symbol: 'TEST', start: 0, end: 1e15 })).trials).toBe(1_200);
      expect(await ledger.count()).toBe(1);
    });
    expect(readdirSync(join(store, 'runs'))).toEqual([sweep_hash]);
  });
});

async function sweepInStage(store: string, stage: string): Promise<void> {
  for (let looks = 0; looks < 300; looks++) {
    const isThere = existsSync(join(store, 'projecta.db'));
    const rows = isThere ? await withStore(store, async ({ sweeps }) => (await sweeps.list({ status: 'running' })).items) : [];
    if (rows.some((row) => row.stage === stage)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No sweep came to ${stage} within 30 s.`);
}
