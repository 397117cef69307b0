import { type OpenTrialPool, type RunConfig, runBacktest, runSweep } from '@projecta/engine';
import { openTrialPool } from '../open-trial-pool.js';

const START = Date.UTC(2022, 0, 1);
const HOUR = 3_600_000;
const ROUNDS = 5;

const span = (bars: number) => ({ symbol: 'TEST', timeframe: '1h', start: START, end: START + bars * HOUR });
const strategy = { name: 'dual_sma', params: { fast: 5, slow: 60 } };
const validated = (bars: number, validation: RunConfig['validation']) => (pool?: OpenTrialPool) =>
  runBacktest({ config: { ...span(bars), strategy, ...(validation && { validation }) }, ...(pool && { pool }) });

/** Some seconds of trials each, most of what their run does. */
const WORK: Readonly<Record<string, (pool?: OpenTrialPool) => Promise<unknown>>> = {
  'permutation, 8,000 × 2,500 bars': validated(2500, { permutation: { trials: 8000 } }),
  'stationary bootstrap, 60,000 × 2,500 bars': validated(2500, { block_bootstrap: { samples: 60_000 } }),
  'sweep, 1,200 × 10,000 bars': (pool) =>
    runSweep({
      sweep: { base: { ...span(10_000), strategy, execution: { fee_bps: 2 } }, grid: { fast: '5:34:1', slow: '60:99:1' } },
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
  for (let round = 0; round < ROUNDS; round++) {
    const pool = openTrialPool({ workers: 2 });
    starts.push(await spent(() => pool.ready));
    await pool.end();
  }
  console.log(
    `\n### trial pool\n\nTwo workers are ready after ${median(starts.map(({ wall }) => wall)).toFixed(2)} s; nobody waits for them.\n`,
  );
  console.log('| work | alone, s | 1 worker, s | 2 workers, s | 1 : 2 | CPU 2 : 1 |\n|---|---:|---:|---:|---:|---:|');
  const pools = [1, 2].map((workers) => openTrialPool({ workers }));
  await Promise.all(pools.map(({ ready }) => ready));
  for (const [name, work] of Object.entries(WORK)) {
    const rounds: Spent[][] = [];
    // interleaved, so that a busy moment meets all of them; the first round warms up
    for (let round = 0; round <= ROUNDS; round++) {
      const row: Spent[] = [];
      for (const pool of [undefined, ...pools]) row.push(await spent(() => work(pool)));
      if (round > 0) rounds.push(row);
    }
    const of = (read: (row: readonly Spent[]) => number): string => median(rounds.map(read)).toFixed(2);
    const walls = [0, 1, 2].map((i) => of((row) => row[i]!.wall));
    console.log(
      `| ${name} | ${walls.join(' | ')} | ${of(([, one, two]) => one!.wall / two!.wall)} | ${of(([, one, two]) => two!.cpu / one!.cpu)} |`,
    );
  }
  await Promise.all(pools.map((pool) => pool.end()));
}

await main();
