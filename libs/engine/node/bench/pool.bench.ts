import { type OpenTrialPool, type RunConfig, runBacktest, runSweep } from '@projecta/engine';
import { openTrialPool } from '../open-trial-pool.js';

const START = Date.UTC(2022, 0, 1);
const HOUR = 3_600_000;
const STARTS = 5;
const TURNS = 2;
const ROUNDS = 3;

const span = (bars: number) => ({ symbol: 'TEST', timeframe: '1h', start: START, end: START + bars * HOUR });
const strategy = { name: 'dual_sma', params: { fast: 5, slow: 60 } };
const validated = (bars: number, validation: RunConfig['validation']) => (pool?: OpenTrialPool) =>
  runBacktest({ config: { ...span(bars), strategy, ...(validation && { validation }) }, ...(pool && { pool }) });

/** Some seconds of trials each, most of what their run does. */
const WORK: Readonly<Record<string, (pool?: OpenTrialPool) => Promise<unknown>>> = {
  'permutation, 8,000 × 2,500 bars': validated(2500, { permutation: { trials: 8000 } }),
  'stationary bootstrap, 60,000 × 2,500 bars': validated(2500, { block_bootstrap: { samples: 60_000 } }),
  'sweep, 6,000 × 10,000 bars': (pool) =>
    runSweep({
      sweep: { base: { ...span(10_000), strategy, execution: { fee_bps: 2 } }, grid: { fast: '5:34:1', slow: '60:259:1' } },
      ...(pool && { pool }),
    }),
};

interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  await work();
  const after = process.cpuUsage();
  return { wall: (performance.now() - start) / 1000, cpu: (after.user + after.system - user - system) / 1e6 };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function main(): Promise<void> {
  const starts: Spent[] = [];
  for (let start = 0; start < STARTS; start++) {
    const pool = openTrialPool({ workers: 2 });
    starts.push(await spent(() => pool.ready));
    await pool.end();
  }
  console.log(
    `\n### trial pool\n\nTwo workers are ready after ${median(starts.map(({ wall }) => wall)).toFixed(2)} s; nobody waits for them.\n`,
  );
  console.log('| work | alone, s | 1 worker, s | 2 workers, s | 1 : 2 | alone : 2 | CPU 2 : 1 |\n|---|---:|---:|---:|---:|---:|---:|');
  const pools = [1, 2].map((workers) => openTrialPool({ workers }));
  await Promise.all(pools.map(({ ready }) => ready));
  for (const [name, work] of Object.entries(WORK)) {
    const all: Spent[][] = [[], [], []];
    // In turns, so that a busy moment meets all of them; several runs a turn, since V8 throws the code of idle threads away and the first one warms up.
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [i, pool] of [undefined, ...pools].entries()) {
        await work(pool);
        for (let round = 0; round < ROUNDS; round++) all[i]!.push(await spent(() => work(pool)));
      }
    }
    const [alone, one, two] = all.map((runs) => ({ wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) }));
    const figures = [alone!.wall, one!.wall, two!.wall, one!.wall / two!.wall, alone!.wall / two!.wall, two!.cpu / one!.cpu];
    console.log(`| ${name} | ${figures.map((figure) => figure.toFixed(2)).join(' | ')} |`);
  }
  await Promise.all(pools.map((pool) => pool.end()));
}

await main();
