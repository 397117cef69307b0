import type { Candles } from '@projecta/candles';
import { type Problem, ProjectaError } from '@projecta/errors';
import type { Grid } from '@projecta/plugin';
import { gridPoint, type GridPoint, gridSize } from '@projecta/validation';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { requireColumns } from '../run/require-columns.js';
import { planOf, type RunPlan } from '../run/run-plan.js';
import { strategyWarmup } from '../run/strategy-warmup.js';
import { trialConfig } from './trial-config.js';

/** The points of a grid that run, in grid order. They are made when asked for: a large grid costs four bytes a point. */
export interface GridTrials {
  readonly count: number;
  point(trial: number): GridPoint;
  plan(trial: number): RunPlan;
}

/** Which points of a grid run. */
export interface FoundTrials {
  /** Their numbers, ascending. */
  readonly indices: Int32Array;
  /** What was wrong with the first point that does not. */
  readonly firstRefusal?: { readonly point: GridPoint; readonly problems: readonly Problem[] };
}

export interface GridRun {
  readonly grid: Grid;
  readonly config: NormalizedRunConfig;
  readonly catalogue: Catalogue;
  readonly builtIn: Catalogue;
  /** Decided once for the run and all its trials (C2). */
  readonly periodsPerYear: number;
  /** The run's bars. */
  readonly candles: Candles;
}

/** Points looked at between two pauses: some 10 ms. */
const PAUSE = 2000;

/** The trials of a grid at the points that run. */
export function gridTrials(
  { grid, config, catalogue, builtIn, periodsPerYear }: Omit<GridRun, 'candles'>,
  indices: Int32Array,
): GridTrials {
  const point = (trial: number): GridPoint => gridPoint(grid, indices[trial]!);
  const configOf = (trial: number): NormalizedRunConfig => trialConfig(config, point(trial), catalogue).config!;
  return {
    count: indices.length,
    point,
    plan: (trial) => planOf(configOf(trial), catalogue, builtIn, periodsPerYear),
  };
}

/** Which points of a grid run: those whose own run would be refused, for their parameters or for what the candles lack, do not (E8). A large grid is looked through in pieces. */
export async function findTrials(
  { grid, config, catalogue, candles }: Omit<GridRun, 'builtIn' | 'periodsPerYear'>,
  atPause: (done: number, total: number) => Promise<void>,
): Promise<FoundTrials> {
  const valid: number[] = [];
  const size = gridSize(grid);
  let firstRefusal: FoundTrials['firstRefusal'];
  for (let index = 0; index < size; index++) {
    if (index % PAUSE === PAUSE - 1) await atPause(index, size);
    const point = gridPoint(grid, index);
    const problems = problemsOf(point);
    if (problems.length === 0) valid.push(index);
    else firstRefusal ??= { point, problems };
  }
  const indices = Int32Array.from(valid);
  return { indices, ...(firstRefusal && { firstRefusal }) };

  function problemsOf(candidate: GridPoint): readonly Problem[] {
    const trial = trialConfig(config, candidate, catalogue);
    if (trial.config === undefined) return trial.problems;
    try {
      requireBars(trial.config, candles, catalogue);
      requireColumns(trial.config, candles, catalogue);
      return [];
    } catch (error) {
      if (error instanceof ProjectaError && error.errors.length > 0) return error.errors;
      throw error;
    }
  }
}

/** @throws ProjectaError TOO_FEW_BARS */
export function requireBars({ strategy: { name, params } }: NormalizedRunConfig, { ts }: Candles, catalogue: Catalogue): void {
  const least = strategyWarmup(catalogue.strategy.get(name)!, params) + 2;
  if (ts.length >= least) return;
  const message = `${name} needs at least ${least} bars (its warm-up of ${least - 2} + 2); the run has ${ts.length}.`;
  throw new ProjectaError('TOO_FEW_BARS', message, [{ path: '/strategy/params', code: 'TOO_FEW_BARS', message }]);
}
