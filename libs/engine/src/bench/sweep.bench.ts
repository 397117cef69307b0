import { testCandles } from '@projecta/candles';
import { plainSum, printBench } from '@projecta/testing';
import { runSweep } from '../sweep/run-sweep.js';

declare const performance: { now(): number };

const BARS = 10_000;
const START = Date.UTC(2022, 0, 1);
const HOUR = 3_600_000;
const SPAN = { symbol: 'TEST', timeframe: '1h', start: START, end: START + BARS * HOUR };
const BASE = { ...SPAN, strategy: { name: 'dual_sma', params: { fast: 5, slow: 60 } }, execution: { fee_bps: 2 } };

/** Nanoseconds a bar and combination of a sweep: every trial's decisions, simulation, all metrics, identity and hash. */
async function sweepCost(fast: string, slow: string): Promise<{ readonly ns: number; readonly rows: number }> {
  const start = performance.now();
  const { trials } = await runSweep({ sweep: { base: BASE, grid: { fast, slow } } });
  return { ns: ((performance.now() - start) * 1e6) / (trials.rows * BARS), rows: trials.rows };
}

const { close } = testCandles('1h', START, SPAN.end);
const sums: number[] = [];
for (let round = 0; round < 9; round++) {
  const start = performance.now();
  for (let i = 0; i < 200; i++) plainSum(close);
  sums.push(((performance.now() - start) * 1e6) / (200 * BARS));
}
const floor = sums.sort((a, b) => a - b)[4]!;
const costs: { readonly ns: number; readonly rows: number }[] = [];
for (let round = 0; round < 6; round++) costs.push(await sweepCost('5:24:1', '60:79:1'));
const { ns: cold, rows } = costs[0]!;
const { ns: warm } = costs.at(-1)!;
printBench(`sweep, dual_sma, ${rows} combinations of ${BARS} bars, a bar and combination`, [
  { name: 'plainSum', ns: floor, ratio: 1 },
  { name: 'the first sweep of a process, while its code is compiled', ns: cold, ratio: cold / floor },
  { name: 'the sixth', ns: warm, ratio: warm / floor },
]);
