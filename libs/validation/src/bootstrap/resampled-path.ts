import type { Blocks } from './blocks.js';

/** Where a resample's path is left: how it ended, from 1, and its deepest drawdown, 0 or below. */
export interface ResampledPath {
  end: number;
  drawdown: number;
}

/** 1 + r of a run's returns, twice in a row, so that no block reaches around the end. */
export function growthOf(returns: Float64Array): Float64Array {
  const n = returns.length;
  const growth = new Float64Array(2 * n);
  for (let i = 0; i < 2 * n; i++) growth[i] = 1 + returns[i < n ? i : i - n]!;
  return growth;
}

/** Compounds a resample from 1. A path that reaches 0 or less stays at that value, and its drawdown may lie below −1 (E4). */
export function resampledPath(growth: Float64Array, { count, start, length }: Blocks, path: ResampledPath): void {
  let value = 1;
  let peak = 1;
  let lowest = 1; // of value/peak, divided only when it falls
  let floor = 1; // lowest·peak: below it the drawdown is deeper than any before
  for (let b = 0; b < count && value > 0; b++) {
    const to = start[b]! + length[b]!;
    for (let i = start[b]!; i < to; i++) {
      value *= growth[i]!;
      if (value > peak) {
        peak = value;
        floor = lowest * peak;
      } else if (value < floor) {
        floor = value;
        lowest = value / peak;
        if (value <= 0) break;
      }
    }
  }
  path.end = value;
  path.drawdown = lowest - 1;
}
