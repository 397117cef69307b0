import { ProjectaError, ValidationFailed } from '@projecta/errors';
import type { MetricId } from '@projecta/metrics';
import type { ParamsOf } from '@projecta/plugin';
import { type GridPoint, type walk_forward, type WalkForwardFold, walkForwardSegments } from '@projecta/validation';
import { checkpoint, type Cancellation, type OnProgress, type Stage } from '../progress.js';
import type { RunPlan } from '../run/run-plan.js';
import { canonicalGrid } from '../trials/canonical-grid.js';
import { findTrials, type FoundTrials, type GridRun, gridTrials } from '../trials/grid-trials.js';
import type { HeadlineRun } from './headline-run.js';

/** A walk-forward before anything is run: its folds and what each chooses from. */
export interface WalkForwardPlan {
  readonly scheme: 'anchored' | 'rolling';
  readonly folds: readonly WalkForwardFold[];
  readonly objective: MetricId;
  /** A grid was given: parameters are chosen. Without one the run's own are the one candidate. */
  readonly chooses: boolean;
  readonly candidates: Candidates;
  /** Numbers of the grid's points that run; absent without a grid. */
  readonly gridIndices?: Int32Array;
}

/** What may be chosen, in grid order. */
export interface Candidates {
  readonly count: number;
  point(trial: number): GridPoint;
  plan(trial: number): RunPlan;
}

/** The run's own parameters, where there is nothing to choose from. */
export function onlyCandidate(plan: RunPlan): Candidates {
  return { count: 1, point: () => ({}), plan: () => plan };
}

type Asked = ParamsOf<typeof walk_forward.params>;

/**
 * Cuts the run into folds and finds the grid points that run; `stage` is whose time it takes.
 * @throws ProjectaError TOO_FEW_BARS where a train window has fewer than two bars; ValidationFailed where no grid point can run (E8)
 */
export async function walkForwardPlan(
  run: HeadlineRun & { readonly onProgress?: OnProgress; readonly signal?: Cancellation },
  stage: Stage,
): Promise<WalkForwardPlan> {
  const { embargo, folds: count, grid } = askedOf(run);
  const bars = run.candles.ts.length;
  const short = foldsOf(run).find(({ train }) => train.to - train.from < 2);
  if (short) throw tooShort(short, { bars, count, embargo });
  if (grid === undefined) return walkForwardOver(run);
  const found = await findTrials(gridRun(run, grid), (done, total) => checkpoint({ stage, done, total }, run));
  if (found.indices.length === 0) throw nothingRuns(found.firstRefusal!);
  return walkForwardOver(run, found.indices);
}

/** A walk-forward whose choices are known: the points of its grid that run. */
export function walkForwardOver(run: HeadlineRun, gridIndices?: Int32Array): WalkForwardPlan {
  const { scheme, objective, grid } = askedOf(run);
  const common = { scheme, folds: foldsOf(run), objective };
  if (grid === undefined || gridIndices === undefined) return { ...common, chooses: false, candidates: onlyCandidate(run.plan) };
  return { ...common, chooses: true, candidates: gridTrials(gridRun(run, grid), gridIndices), gridIndices };
}

function askedOf({ config }: HeadlineRun): Asked {
  return config.validation['walk_forward'] as unknown as Asked;
}

function foldsOf(run: HeadlineRun): readonly WalkForwardFold[] {
  const { folds, scheme, embargo } = askedOf(run);
  return walkForwardSegments({ bars: run.candles.ts.length, folds, scheme, embargo });
}

function gridRun(run: HeadlineRun, grid: NonNullable<Asked['grid']>): GridRun {
  return { ...run, grid: canonicalGrid(grid, run.plan.strategy.params), periodsPerYear: run.plan.periodsPerYear };
}

function nothingRuns({ point, problems }: NonNullable<FoundTrials['firstRefusal']>): ValidationFailed {
  const values = Object.entries(point).map(([name, value]) => `${name} ${value}`);
  const why = problems.map(({ path, message }) => `${path} ${message}`).join(' ');
  const message = `has no combination that can run. The first, ${values.join(', ')}, is refused: ${why}`;
  return new ValidationFailed([{ path: '/validation/walk_forward/grid', code: 'OUT_OF_RANGE', message }], 'The RunConfig');
}

function tooShort(
  { fold, train }: WalkForwardFold,
  { bars, count, embargo }: { readonly bars: number; readonly count: number; readonly embargo: number },
): ProjectaError {
  const cut = `${bars} bars cut into ${count + 1} segments, less an embargo of ${embargo}`;
  const message = `${cut}, leave fold ${fold} ${Math.max(0, train.to - train.from)} bars to train on, and a train window needs at least 2. Take fewer folds, less embargo or a wider span.`;
  return new ProjectaError('TOO_FEW_BARS', message, [{ path: '/validation/walk_forward/folds', code: 'TOO_FEW_BARS', message }]);
}
