import { runBacktest, type RunConfig } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { namedTimings } from './timings.js';

/** A day of built-in minute bars under two moving averages. */
const CONFIG: RunConfig = {
  symbol: 'TEST',
  timeframe: '1m',
  start: '2024-01-01',
  end: '2024-01-02',
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.1 } },
};

/** `projecta bench run`: seconds a whole run takes, certificate and metrics included, artifacts not. */
export async function benchRun(
  { iterations, warmup }: { readonly iterations: number; readonly warmup: number },
  { terminal }: Context,
): Promise<ExitCode> {
  const seconds: number[] = [];
  let bars = 0;
  for (let i = 0; i < warmup + iterations; i++) {
    const start = performance.now();
    bars = (await runBacktest({ config: CONFIG, hash: sha256Stream })).summary.bars;
    if (i >= warmup) seconds.push((performance.now() - start) / 1000);
    await setImmediate(); // an interrupt gets its turn
  }
  terminal.print(JSON.stringify({ runs: { iterations, warmup, bars, ...namedTimings(seconds, 'sec') } }, undefined, 2));
  return EXIT.done;
}
