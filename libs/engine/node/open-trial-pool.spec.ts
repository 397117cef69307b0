import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenTrialPool, pluginsIn, type RunConfig, RunCancelled, runBacktest, runSweep, type SweepConfig } from '@projecta/engine';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goldenDigests } from '../src/testing/golden-digests.twin.js';
import { openTrialPool } from './open-trial-pool.js';

/** Compiled: workers run without the transformation that specs are read through. */
const body = new URL('../dist/node/trial-worker.js', import.meta.url);
const ENGINE = JSON.stringify(new URL('../dist/index.js', import.meta.url).href);

const PLUGINS = `import { defineStrategy } from ${ENGINE};
const about = { version: '1', title: 'x', description: 'x', params: {} };
const turns = (view) => (view.t % 9 < 5 ? 1 : 0);
/** A bar that no cut of the certificate changes, and every shuffle does. */
const BAR = 150;
let known = NaN;
export const turner = defineStrategy({ ...about, name: 'turner', onBar: turns });
const only = (name, when) => defineStrategy({ ...about, name, onBar(view) {
  if (view.t === BAR && Number.isNaN(known)) known = view.close();
  if (view.t === BAR && view.close() !== known) when(view);
  return turns(view);
} });
export const leaver = only('leaver', () => process.exit(3));
export const endless = only('endless', () => { for (;;); });
export const thrower = only('thrower', (view) => { if (view.close() > known) throw new Error('at ' + view.close()); });
`;

const base = {
  symbol: 'TEST',
  timeframe: '1d',
  start: '2022-01-01',
  end: '2022-07-20',
  strategy: { name: 'dual_sma', params: { fast: 4, slow: 9 } },
};
const GRID = { fast: [2, 3, 5], slow: [8, 12] };
const METHODS: readonly NonNullable<RunConfig['validation']>[] = [
  {
    permutation: { trials: 30 },
    block_bootstrap: { samples: 40, interval: 'bca', metrics: ['sharpe', 'cagr', 'max_drawdown', 'sortino'] },
  },
  { permutation: { trials: 12, method: 'signals', statistic: 'sqn' }, monte_carlo: { paths: 30, method: 'execution' } },
  { monte_carlo: { paths: 30, method: 'trades' }, block_bootstrap: { samples: 25, method: 'circular', metrics: ['lo_sharpe'] } },
  {
    permutation: { trials: 9, statistic: 'cagr' },
    walk_forward: { folds: 3, grid: GRID },
    overfitting: { blocks: 4, samples: 25 },
    monte_carlo: { paths: 20, method: 'returns' },
  },
  {
    permutation: { trials: 3, statistic: 'sqn' },
    walk_forward: { folds: 2, grid: GRID },
    overfitting: { blocks: 6, samples: 9, benchmark: 'cash' },
  },
];
const SWEEP: SweepConfig = { base, grid: { fast: '2:6:1', slow: '5:9:2' }, overfitting: { blocks: 4, samples: 25 } };

let folder: string;
let modules: URL[];
let plugins: ReturnType<typeof pluginsIn>;
let pools: OpenTrialPool[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-pool-'));
  writeFileSync(join(folder, 'plugins.mjs'), PLUGINS);
  modules = [pathToFileURL(join(folder, 'plugins.mjs'))];
  plugins = pluginsIn((await import(modules[0]!.href)) as object);
  pools = [1, 2, 8].map((workers) => openTrialPool({ workers, body, least: 0, plugins: modules }));
  await Promise.all(pools.map(({ ready }) => ready));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  rmSync(folder, { recursive: true });
});

const validated = async (config: RunConfig, rest: object = {}): Promise<string> => {
  const { summary, validation, validation_detail } = await runBacktest({ config, plugins, ...rest });
  return JSON.stringify([summary, validation, validation_detail]);
};
const swept = async (sweep: SweepConfig, rest: object = {}): Promise<unknown> => {
  const { trials, ...result } = await runSweep({ sweep, plugins, ...rest });
  return { ...result, trials: { ...trials, metrics: { ...trials.metrics } } };
};

/** Counts the chunks that helpers answer, so that a test can tell that they helped. */
function watched(pool: OpenTrialPool): OpenTrialPool & { answers: number } {
  const seen = {
    ...pool,
    answers: 0,
    lend: (take: Parameters<OpenTrialPool['lend']>[0]) =>
      pool.lend((helper) =>
        take({
          ...helper,
          listen: ({ onMessage, onEnd }) =>
            helper.listen({ onEnd, onMessage: (message) => (message.kind === 'values' && seen.answers++, onMessage(message)) }),
        }),
      ),
  };
  return seen;
}

describe('workers', () => {
  test('give the same bits, one, two or eight, as none: every method', async () => {
    const own = { strategy: { name: 'turner' }, validation: METHODS[1]! };
    for (const of of [...METHODS.map((validation) => ({ validation })), own]) {
      const config = { ...base, ...of };
      const alone = await validated(config);
      for (const pool of pools) {
        const seen = watched(pool);
        expect(await validated(config, { pool: seen })).toBe(alone);
        expect(seen.answers).toBeGreaterThan(0);
      }
    }
  }, 240_000);
  test('give the same bits for sweeps, judged ones and such with skipped trials and plug-ins', async () => {
    const random = { trials: 20, fast: { min: 2, max: 12, step: 1 }, slow: { values: [5, 9] } };
    for (const sweep of [
      SWEEP,
      { base, random },
      { base: { ...base, strategy: { name: 'turner' } }, grid: { 'risk.params.fraction': [0.5, 1] } },
    ]) {
      const alone = await swept(sweep as SweepConfig);
      for (const pool of pools) {
        const seen = watched(pool);
        expect(await swept(sweep as SweepConfig, { pool: seen })).toEqual(alone);
        expect(seen.answers).toBeGreaterThan(0);
      }
    }
  }, 240_000);
  test('give the golden digests', async () => {
    const vectors = JSON.parse(readFileSync(new URL('../vectors/golden.json', import.meta.url), 'utf8')) as { runs: unknown };
    expect(await goldenDigests(pools[1])).toEqual(vectors.runs);
  }, 240_000);
  test('give the same bits whatever the config', async () => {
    const aConfig = fc.record({
      fast: fc.integer({ min: 1, max: 6 }),
      trials: fc.integer({ min: 2, max: 40 }),
      method: fc.constantFrom('bars', 'signals'),
      statistic: fc.constantFrom('sharpe', 'max_drawdown', 'win_rate', 'alpha'),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(aConfig, async ({ fast, seed, ...permutation }) => {
        const strategy = { name: 'dual_sma', params: { fast, slow: 9 } };
        const config = { ...base, strategy, seed, validation: { permutation } };
        expect(await validated(config, { pool: pools[1]! })).toBe(await validated(config));
      }),
      { numRuns: 8 },
    );
  });
  test('without a plug-in of the run leave it to its host', async () => {
    const other = openTrialPool({ workers: 1, body, least: 0 });
    const seen = watched(other);
    const config = { ...base, strategy: { name: 'turner' }, validation: METHODS[0]! };
    expect(await validated(config, { pool: seen })).toBe(await validated(config));
    expect(seen.answers).toBe(0);
    await other.end();
  });
  test('throw what the first bad trial throws', async () => {
    const config = { ...base, strategy: { name: 'thrower' }, validation: { permutation: { trials: 60 } } };
    const errors = [];
    for (const pool of [undefined, ...pools])
      errors.push(
        await validated(config, pool && { pool }).catch(({ code, message }: { code: string; message: string }) => ({ code, message })),
      );
    expect(errors[0]).toMatchObject({ code: 'STRATEGY_ERROR', message: expect.stringContaining('at ') });
    for (const error of errors) expect(error).toEqual(errors[0]);
  });
  test('that are ended by a trial are the end of the run, said clearly, not of its host; the pool starts others', async () => {
    const config = { ...base, strategy: { name: 'leaver' }, validation: { permutation: { trials: 60 } } };
    for (const pool of pools.slice(0, 2)) {
      await expect(validated(config, { pool })).rejects.toMatchObject({
        code: 'INTERNAL',
        message: expect.stringContaining('ended early'),
      });
      const seen = watched(pool);
      const fine = { ...base, validation: METHODS[0]! };
      expect(await validated(fine, { pool: seen })).toBe(await validated(fine));
      expect(seen.answers).toBeGreaterThan(0);
    }
  });
  test('stop within 250 ms of a cancel, even in a trial that never ends', async () => {
    for (const [name, trials] of [
      ['turner', 1_000_000],
      ['endless', 60],
    ] as const) {
      const abort = new AbortController();
      const config = { ...base, strategy: { name }, validation: { permutation: { trials } } };
      const ended = validated(config, { pool: pools[1], signal: abort.signal }).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const from = performance.now();
      abort.abort();
      expect(await ended).toBeInstanceOf(RunCancelled);
      expect(performance.now() - from).toBeLessThan(2_000);
    }
    await new Promise((resolve) => setTimeout(resolve, 300)); // those that are stuck have been ended
    const seen = watched(pools[1]!);
    const fine = { ...base, validation: METHODS[0]! };
    expect(await validated(fine, { pool: seen })).toBe(await validated(fine));
    expect(seen.answers).toBeGreaterThan(0);
  });
  test('of a module that cannot be loaded: the pool says so, and runs go on without', async () => {
    const other = openTrialPool({ workers: 1, body, least: 0, plugins: ['file:///nowhere/plugins.mjs'] });
    await expect(other.ready).rejects.toThrow('nowhere');
    const config = { ...base, validation: METHODS[0]! };
    expect(await validated(config, { pool: other })).toBe(await validated(config));
    await other.end();
    expect(await validated(config, { pool: other })).toBe(await validated(config));
  });
});
