import { type Candles, checkCandles, countGaps, nativeTimeframe, testCandles } from '@projecta/candles';
import { sha256Stream, type Sha256Stream } from '@projecta/hashing';
import { computeMetrics } from '@projecta/metrics';
import { type BenchRow, plainSum, printBench } from '@projecta/testing';
import { catalogueOf } from '../catalogue.js';
import { certify } from '../causality/certify.js';
import { normalizeConfig } from '../config/normalize-config.js';
import { Arena } from '../run/arena.js';
import { equityCurve } from '../run/equity-curve.js';
import { fillRows, tradeRows } from '../run/ledger-rows.js';
import { decidePlan } from '../run/run-decisions.js';
import { planOf } from '../run/run-plan.js';
import { backtestMemory, runBacktest } from '../run-backtest.js';

declare const performance: { now(): number };

const BARS = 1_000_000;
const START = Date.UTC(2022, 0, 1);
const SPAN = { symbol: 'TEST', timeframe: '1m', start: START, end: START + BARS * 60_000 };
const CONFIG = { ...SPAN, strategy: { name: 'dual_sma', params: { fast: 10, slow: 50 } } };

/** A hash that costs nothing: what a run costs beside that of its data. */
const NO_HASH: Sha256Stream = { update: () => NO_HASH, digestHex: () => '' };

interface Timed {
  readonly name: string;
  readonly run: () => unknown;
}

/** Median nanoseconds a unit of each case, and of its ratio to the first in the same round; promises are awaited. */
async function interleaved(cases: readonly Timed[], { per, rounds }: { per: number; rounds: number }): Promise<BenchRow[]> {
  const times: number[][] = cases.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, one] of cases.entries()) {
      const start = performance.now();
      await one.run();
      if (round >= 0) times[i]!.push(((performance.now() - start) * 1e6) / per);
    }
  }
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  return cases.map(({ name }, i) => ({ name, ns: median(times[i]!), ratio: median(times[i]!.map((ns, round) => ns / times[0]![round]!)) }));
}

async function wholeRun(candles: Candles): Promise<void> {
  const memory = backtestMemory();
  const floor = { name: 'plainSum', run: () => plainSum(candles.close) };
  const rows = await interleaved(
    [
      floor,
      { name: 'run, without data_hash', run: () => runBacktest({ config: CONFIG, candles, memory, hash: () => NO_HASH }) },
      { name: 'run, memory new', run: () => runBacktest({ config: CONFIG, candles, hash: () => NO_HASH }) },
      { name: 'run, data_hash by the pure sha256', run: () => runBacktest({ config: CONFIG, candles, memory, hash: sha256Stream }) },
    ],
    { per: BARS, rounds: 7 },
  );
  printBench(`whole run, dual_sma 10/50, ${BARS} bars`, rows);
}

async function stages(candles: Candles): Promise<void> {
  const builtIn = catalogueOf();
  const config = normalizeConfig(CONFIG, builtIn);
  const plan = planOf(config, builtIn, builtIn, 525_600);
  const arena = new Arena();
  const checks = new Arena();
  const kept = new Arena();
  const take = (length: number): Float64Array => arena.take(length);
  const keep = (length: number): Float64Array => kept.take(length);
  const again = <T>(work: () => T): T => {
    arena.release();
    return work();
  };
  const decided = decidePlan(plan, candles, { scratch: keep, columns: keep });
  const outcome = decided.run();
  const market = { ts: candles.ts, close: candles.close, initialCash: 100_000, periodsPerYear: 525_600, riskFree: 0 };
  const { directions } = decided;
  const rows = await interleaved(
    [
      { name: 'plainSum', run: () => plainSum(candles.close) },
      { name: 'normal form', run: () => normalizeConfig(CONFIG, builtIn) },
      { name: 'check candles', run: () => checkCandles(candles, 'TEST') },
      { name: 'timeframe and gaps', run: () => countGaps(candles, nativeTimeframe(candles)) },
      { name: 'indicators and decisions', run: () => again(() => decidePlan(plan, candles, { scratch: take, columns: take })) },
      { name: 'simulation', run: () => again(() => decided.run({ allocate: take })) },
      {
        name: 'certificate',
        run: () => certify({ plan, candles, directions, warmup: 49, checks: 16, arena: checks, hash: () => NO_HASH }),
      },
      { name: 'all metrics', run: () => computeMetrics({ ...market, outcome }) },
      { name: 'equity curve', run: () => again(() => equityCurve(candles, outcome, take)) },
      {
        name: `rows of ${outcome.fills.length} fills`,
        run: () => [fillRows(outcome.fills, candles.ts), tradeRows(outcome.trades, candles.ts)],
      },
    ],
    { per: BARS, rounds: 7 },
  );
  printBench(`its stages, ${BARS} bars`, rows);
}

async function permutation(candles: Candles): Promise<void> {
  const bars = 2500;
  const trials = 1000;
  const config = { ...CONFIG, end: START + bars * 60_000 };
  const memory = backtestMemory();
  const run = (method: 'bars' | 'signals') => () =>
    runBacktest({ config: { ...config, validation: { permutation: { trials, method } } }, candles, memory });
  const floor = {
    name: 'plainSum',
    run: () => {
      for (let trial = 0; trial < trials; trial++) plainSum(candles.close.subarray(0, bars));
    },
  };
  const rows = await interleaved([floor, { name: 'bars', run: run('bars') }, { name: 'signals', run: run('signals') }], {
    per: bars * trials,
    rounds: 5,
  });
  printBench(`permutation, ${trials} trials of ${bars} bars: a bar and trial`, rows);
}

const candles = testCandles('1m', START, START + BARS * 60_000);
await wholeRun(candles);
await stages(candles);
await permutation(candles);
