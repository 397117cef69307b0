import type { SweepResult } from '@projecta/engine';

/** The rows of a sweep's first `most` trials by objective, ties in the order of trials; rows without a value come last. */
export function rankedRows({ trials, objective, lower_is_better }: SweepResult, most: number): number[] {
  const sign = lower_is_better ? 1 : -1;
  const values = trials.metrics[objective];
  const key = (row: number): number => (Number.isNaN(values[row]!) ? Infinity : sign * values[row]!);
  return Array.from({ length: trials.rows }, (_, row) => row)
    .sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)))
    .slice(0, most);
}
