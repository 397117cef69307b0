import type { Cancellation, OnProgress } from '../progress.js';
import { pace } from '../trials/pace.js';
import type { PreparedSweep, SweepParts } from './prepare-sweep.js';
import { type SkippedPoints, skippedPoints } from './skipped-points.js';
import { sweepTrial } from './sweep-trial.js';
import { TRIAL_COST } from './trial-cost.js';

/**
 * Which combinations of a prepared sweep will be skipped, since their own run would be refused; runs none of them.
 * @throws RunCancelled
 */
export async function sweepSkips(
  { sweep, points, candles, catalogue }: PreparedSweep & SweepParts,
  run: { readonly onProgress?: OnProgress; readonly signal?: Cancellation } = {},
): Promise<SkippedPoints> {
  const steps = pace('data', points.count, run);
  const skipped = skippedPoints();
  for (let trial = 0; trial < points.count; trial++) {
    await steps(trial, TRIAL_COST);
    const point = points.point(trial);
    const { config, problems } = sweepTrial(point, { base: sweep.base, candles, catalogue });
    if (config === undefined) skipped.add(point, problems);
  }
  return skipped.all();
}
