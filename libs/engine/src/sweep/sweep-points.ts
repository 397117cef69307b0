import { type GridPoint, gridPoint, gridSize } from '@projecta/validation';
import { randomPoint } from './random-point.js';
import type { NormalizedSweep } from './sweep-config.js';

/** The combinations of a sweep, made when asked for: values by whole path. */
export interface SweepPoints {
  readonly count: number;
  point(trial: number): GridPoint;
}

/** A grid's combinations in grid order (paths sorted, the last one fastest, values in the order given), or a random sweep's rows. */
export function sweepPoints({ grid, random, base }: NormalizedSweep): SweepPoints {
  if (grid) return { count: gridSize(grid), point: (trial) => gridPoint(grid, trial) };
  return { count: random!.trials, point: randomPoint(random!, base.seed) };
}
