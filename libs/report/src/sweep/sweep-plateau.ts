import type { SweepResult } from '@projecta/engine';
import { quantile } from '@projecta/numeric';
import { type Plateau, plateauOf } from '../statistics/plateau.js';
import { type GridAxis, type SweepGrid, sweepGrid } from './sweep-grid.js';

/** Trials that fall short of the best by at most this share of the range from the worst to the best belong to its plateau. */
export const PLATEAU_TOLERANCE = 0.1;

/** What lies around the best trial of a grid: a broad plateau can be believed more than a peak that stands alone. */
export interface SweepPlateau {
  /** Share of the range from the worst trial to the best. */
  readonly tolerance: number;
  /** Objective that a trial of the plateau reaches. */
  readonly limit: number;
  /** Paths of the numbers that vary: one step along one of them leads to a neighbour. */
  readonly axes: readonly string[];
  /** Trials of the plateau, the best included. */
  readonly trials: number;
  /** Trials it is a part of: those with an objective that share the best's texts and flags. */
  readonly of: number;
  /** Trials with an objective one step from the best. */
  readonly neighbours: number;
  /** Of their objectives; null without any. */
  readonly neighbours_median: number | null;
  /** The best has neighbours, and none belongs to its plateau. */
  readonly alone: boolean;
  /** Axes of three values or more at whose end the best lies: what is beyond was not searched. An end at 0 is a natural one. */
  readonly at_edge: readonly string[];
}

/** Null where the best has no objective, or no number varies in a grid. */
export function sweepPlateau(result: SweepResult): SweepPlateau | null {
  const grid = sweepGrid(result);
  return grid === null || result.best.value === null ? null : plateauFacts(grid, plateauCells(grid, result));
}

/** The plateau's cells on a sweep's grid. */
export function plateauCells({ shape, values, best }: SweepGrid, { lower_is_better: lowerIsBetter }: SweepResult): Plateau {
  return plateauOf({ shape, values, best, lowerIsBetter, tolerance: PLATEAU_TOLERANCE });
}

function plateauFacts(grid: SweepGrid, { limit, cells, neighbours }: Plateau): SweepPlateau {
  const around = Float64Array.from(neighbours, (cell) => grid.values[cell]!);
  return {
    tolerance: PLATEAU_TOLERANCE,
    limit,
    axes: grid.axes.map(({ path }) => path),
    trials: cells.length,
    of: grid.values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0),
    neighbours: around.length,
    neighbours_median: around.length === 0 ? null : quantile(around, 0.5),
    alone: around.length > 0 && cells.length === 1,
    at_edge: edgesAt(grid),
  };
}

function edgesAt({ axes, shape, best }: SweepGrid): string[] {
  let rest = best;
  const places = [...shape].reverse().map((length) => {
    const at = rest % length;
    rest = Math.floor(rest / length);
    return at;
  });
  places.reverse();
  const isEdge = ({ values }: GridAxis, at: number): boolean =>
    values.length > 2 && (at === 0 || at === values.length - 1) && values[at] !== 0;
  return axes.filter((axis, i) => isEdge(axis, places[i]!)).map(({ path }) => path);
}
