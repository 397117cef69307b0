import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE, TEN_DAYS, TEN_DAYS_CSV } from '../testing/configs.js';
import { inProcess } from '../testing/in-process.js';
import { type Ended, projecta } from '../testing/projecta.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
let csv: string;

beforeAll(() => {
  folder = temporaryFolder();
  csv = folder.write('acme.csv', TEN_DAYS_CSV);
});
afterAll(() => folder.remove());

const here = (words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  inProcess(words, { PROJECTA_HOME: join(folder.path, 'home'), ...environment });

describe('projecta', () => {
  test('--version prints the version of the package and --help every command', async () => {
    const [version, help] = await Promise.all([projecta(['--version'], { cwd: folder.path }), projecta(['--help'], { cwd: folder.path })]);
    const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(version).toEqual({ code: 0, stdout: `${about.version}\n`, stderr: '' });
    expect(help.code).toBe(0);
    for (const command of [
      'run',
      'validate',
      'export',
      'verify',
      'compare',
      'report',
      'catalog',
      'data',
      'preset',
      'serve',
      'doctor',
      'bench',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
  });
  test('without a valid environment says so and does nothing', async () => {
    const ended = await projecta(['data', 'list'], { cwd: folder.path, env: { PROJECTA_WORKER: '2' } });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('Did you mean "PROJECTA_WORKERS"?');
  });
});

describe('projecta validate', () => {
  test('prints the normal form, its hash and the bars', async () => {
    const sample = folder.write('sample.json', JSON.stringify(SAMPLE));
    const { code, stdout } = await here(['validate', sample]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^valid {2}1,440 bars from built-in TEST\nconfig_hash {2}[0-9a-f]{64}\n\{/);
    const json = JSON.parse((await here(['validate', sample, '--json', '--set', 'timeframe=1h'])).stdout) as {
      bars: number;
      config: { timeframe: string; features: boolean };
    };
    expect(json).toMatchObject({ bars: 24, config: { timeframe: '1h', features: false } });
  });
});

describe('projecta data', () => {
  test('add stores, list shows, profile looks, and a run takes the data set', async () => {
    const added = await here(['data', 'add', csv, '--symbol', 'ACME']);
    expect(added.code).toBe(0);
    expect(added.stdout).toMatch(/^stored {2}ACME 1d\nbars {7}10\n/);
    expect(added.stderr).toContain('not adjusted');
    expect((await here(['data', 'add', csv, '--symbol', 'ACME'])).stdout).toMatch(/^stored already/);
    expect((await here(['data', 'list'])).stdout).toMatch(/ACME\s+1d\s+10\s+2024-01-01\s+2024-01-12\s+1\s+[0-9a-f]{12}\s+home/);
    expect((await here(['data', 'profile', 'ACME'])).stdout).toMatch(/2024-01-09 → 2024-01-12 {2}2 bars missing/);
    const config = folder.write('ten-days.json', JSON.stringify(TEN_DAYS));
    expect((await here(['validate', config])).stdout).toContain('10 bars from data set ACME 1d');
    expect(
      (await here(['validate', config, '--set', 'timeframe=1w', '--set', 'strategy.name=buy_and_hold', '--set', 'strategy.params={}']))
        .stdout,
    ).toContain('2 bars');
  });
  test('add --adjust stores another symbol and warns of later information', async () => {
    const { code, stdout, stderr } = await here(['data', 'add', csv, '--symbol', 'ACME', '--adjust', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ symbol: 'ACME.adj', bars: 10, created: true });
    expect(stderr).toContain('Adjustment uses later information');
    const profile = JSON.parse((await here(['data', 'profile', 'ACME.adj', '--json'])).stdout) as { items: { highest_high: number }[] };
    expect(profile.items[0]!.highest_high).toBe(55.5);
  });
  test('add --timeframe makes coarser bars', async () => {
    expect((await here(['data', 'add', csv, '--symbol', 'WEEKS', '--timeframe', '1w'])).stdout).toMatch(/^stored {2}WEEKS 1w\nbars {7}2\n/);
  });
  test('list shows the data folder too, a file that cannot be read with the reason', async () => {
    const other = temporaryFolder();
    other.write('BTC%2FUSD.csv', TEN_DAYS_CSV);
    other.write('BAD.csv', 'Date,Open\n1,2\n');
    other.write('readme.md', '# no candles');
    const { stdout } = await here(['data', 'list', '--json'], { PROJECTA_DATA_DIR: other.path, PROJECTA_HOME: join(other.path, 'h') });
    const { items } = JSON.parse(stdout) as { items: { symbol: string; place: string; problem?: string }[] };
    expect(items.map(({ symbol, place }) => [symbol, place])).toEqual([
      ['BAD', 'data folder'],
      ['BTC/USD', 'data folder'],
    ]);
    expect(items[0]!.problem).toContain('BAD.csv');
    expect((await here(['data', 'list'], { PROJECTA_DATA_DIR: join(other.path, 'nowhere') })).code).toBe(2);
    other.remove();
  });
});

describe('projecta catalog', () => {
  test('lists every plug-in with what it does, at 80 columns', async () => {
    const { code, stdout } = await here(['catalog']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Strategies \(\d+\)/);
    for (const name of ['dual_sma', 'volatility_target', 'sqrt_impact', 'permutation', 'supertrend'])
      expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
  test('shows all plug-ins of one name with defaults, ranges, units and aliases', async () => {
    const { stdout } = await here(['catalog', 'dual_sma']);
    expect(stdout).toContain('· strategy');
    expect(stdout).toContain('· indicator');
    expect(stdout).toMatch(/fast\s+10\s+1 … 100,000\s+bars/);
    expect(stdout).toContain('short_window');
  });
  test('shows which parameters are expressions, and which may be left out', async () => {
    const { stdout } = await here(['catalog', 'rules']);
    expect(stdout).toMatch(/long\s+required\s+expression/);
    expect(stdout).toMatch(/exit\s+none\s+expression/);
  });
  test('gives programs JSON Schema', async () => {
    const { items } = JSON.parse((await here(['catalog', 'bollinger', '--json'])).stdout) as {
      items: { kind: string; params: { properties: Record<string, object> } }[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]!.params.properties['window']).toMatchObject({ type: 'integer', default: 20, 'x-unit': 'bars' });
    expect(items[0]!.params.properties['source']).toMatchObject({ default: 'close' });
  });
});

describe('projecta bench', () => {
  test('run prints seconds of whole runs', async () => {
    const { code, stdout } = await here(['bench', 'run', '--iterations', '2', '--warmup', '0']);
    expect(code).toBe(0);
    const { runs } = JSON.parse(stdout) as { runs: Record<string, number> };
    expect(runs).toMatchObject({ iterations: 2, warmup: 0, bars: 1440 });
    for (const key of ['mean_sec', 'median_sec', 'p95_sec', 'min_sec', 'max_sec']) expect(runs[key]).toBeGreaterThan(0);
  });
  test('models prints microseconds of every model, or of those named', async () => {
    const all = JSON.parse((await here(['bench', 'models', '--iterations', '1'])).stdout) as Record<string, Record<string, number>>;
    const risk = ['fixed_fraction', 'kelly_fraction', 'volatility_target'].map((name) => `risk:${name}`);
    const slippage = ['none', 'participation_rate', 'spread_pct', 'sqrt_impact'].map((name) => `slippage:${name}`);
    expect(Object.keys(all).sort()).toEqual([...risk, ...slippage]);
    const some = JSON.parse(
      (await here(['bench', 'models', '--iterations', '3', '--risk-models', 'kelly_fraction', '--slippage', 'none,spread_pct'])).stdout,
    ) as Record<string, Record<string, number>>;
    expect(Object.keys(some)).toEqual(['risk:kelly_fraction', 'slippage:none', 'slippage:spread_pct']);
    for (const key of ['mean_us', 'median_us', 'p95_us']) expect(some['slippage:none']![key]).toBeGreaterThan(0);
  });
});
