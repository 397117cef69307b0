import { smallRun } from './sample-runs.js';

/** A small sweep of twelve combinations, of which the one with 20 and 20 is skipped; `n` makes it another one. */
export function smallSweep(n = 0): object {
  return { base: smallRun(n), grid: { fast: [5, 10, 20], slow: '20:80:20' }, objective: 'sharpe' };
}

/** 1,600 combinations, which take some seconds; `n` makes it another one. */
export function longSweep(n = 0): object {
  return { base: { ...smallRun(n), timeframe: '1h' }, grid: { fast: '1:40:1', slow: '101:140:1' } };
}
