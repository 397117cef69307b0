import { ProjectaError, ValidationFailed } from '@projecta/errors';
import type { MetricId } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import { type GridPoint, type walk_forward, type WalkForwardFold, walkForwardSegments } from '@projecta/validation';
import { checkpoint, type Stage } from '../progress.js';
import type { RunPlan } from '../run/run-plan.js';
import { canonicalGrid } from '../trials/canonical-grid.js';
import { gridTrials } from '../trials/grid-trials.js';
import type { ValidatedRun } from './validated-run.js';

/** A walk-forward before anything is run: its folds and what each chooses from. */
export interface WalkForwardPlan {
  readonly scheme: 'anchored' | 'rolling';
  readonly folds: readonly WalkForwardFold[];
  readonly objective: MetricId;
  /** A grid was given: parameters are chosen. Without one the run's own are the one trial. */
  readonly chooses: boolean;
  readonly trials: Trials;
}

/** What may be chosen, in grid order. */
export interface Trials {
  readonly count: number;
  point(trial: number): GridPoint;
  plan(trial: number): RunPlan;
}

/** The run's own parameters, where there is nothing to choose from. */
export function onlyTrial(plan: RunPlan): Trials {
  return { count: 1, point: () => ({}), plan: () => plan };
}

/**
 * Cuts the run into folds and finds the grid points that run; `stage` is whose time it takes.
 * @throws ProjectaError TOO_FEW_BARS where a train window has fewer than two bars; ValidationFailed where no grid point can run (E8)
 */
export async function walkForwardPlan(run: ValidatedRun, stage: Stage): Promise<WalkForwardPlan> {
  const {
    folds: count,
    scheme,
    embargo,
    objective,
    grid,
  } = run.config.validation['walk_forward'] as unknown as ParamsOf<typeof walk_forward.params>;
  const bars = run.candles.ts.length;
  const folds = walkForwardSegments({ bars, folds: count, scheme, embargo });
  const short = folds.find(({ train }) => train.to - train.from < 2);
  if (short) throw tooShort(short, { bars, count, embargo });
  if (grid === undefined) {
    return { scheme, folds, objective, chooses: false, trials: onlyTrial(run.plan) };
  }
  const { params } = run.plan.strategy;
  const gridRun = { ...run, grid: canonicalGrid(grid, params), periodsPerYear: run.plan.periodsPerYear };
  const trials = await gridTrials(gridRun, (done, total) => checkpoint({ stage, done, total }, run));
  if (trials.count > 0) return { scheme, folds, objective, chooses: true, trials };
  const { point, problems } = trials.firstRefusal!;
  const values = Object.entries(point).map(([name, value]) => `${name} ${value}`);
  const why = problems.map(({ path, message }) => `${path} ${message}`).join(' ');
  const message = `has no combination that can run. The first, ${values.join(', ')}, is refused: ${why}`;
  throw new ValidationFailed([{ path: '/validation/walk_forward/grid', code: 'OUT_OF_RANGE', message }], 'The RunConfig');
}

function tooShort(
  { fold, train }: WalkForwardFold,
  { bars, count, embargo }: { readonly bars: number; readonly count: number; readonly embargo: number },
): ProjectaError {
  const cut = `${bars} bars cut into ${count + 1} segments, less an embargo of ${embargo}`;
  const message = `${cut}, leave fold ${fold} ${Math.max(0, train.to - train.from)} bars to train on, and a train window needs at least 2. Take fewer folds, less embargo or a wider span.`;
  return new ProjectaError('TOO_FEW_BARS', message, [{ path: '/validation/walk_forward/folds', code: 'TOO_FEW_BARS', message }]);
}
