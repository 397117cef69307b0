import type { SearchSpace } from './search-space.js';

/** Which part of a space is looked at: one or two of its axes, the others held at a place each. */
export interface View {
  readonly across: number;
  /** Absent: a line along one axis. */
  readonly up: number | undefined;
  /** A place on every axis; those of the shown axes do not count. */
  readonly held: readonly number[];
}

/** The trials of a view, row by row from the bottom: cell = row · columns + column. */
export interface Plane {
  readonly columns: number;
  readonly rows: number;
  /** The row of each cell's trial, -1 where the combination was skipped. */
  readonly trials: Int32Array;
}

export function planeOf({ axes, rowAt }: SearchSpace, { across, up, held }: View): Plane {
  const columns = axes[across]!.values.length;
  const rows = up === undefined ? 1 : axes[up]!.values.length;
  const trials = Int32Array.from({ length: columns * rows }, (_, cell) => {
    const places = held.map((place, axis) => {
      if (axis === across) return cell % columns;
      return axis === up ? Math.floor(cell / columns) : place;
    });
    return rowAt(places);
  });
  return { columns, rows, trials };
}

/** The cell to mark: the best by the objective among those with the shown value, else the best of these; -1 without any. */
export function markedCell(plane: Plane, objective: Measured, shown: Measured): number {
  const both = objective.values.map((value, row) => (Number.isNaN(shown.values[row]!) ? NaN : value));
  const cell = bestCell(plane, both, objective.lowerIsBetter);
  return cell < 0 ? bestCell(plane, shown.values, shown.lowerIsBetter) : cell;
}

/** A metric by row. */
export interface Measured {
  readonly values: Float64Array;
  readonly lowerIsBetter: boolean;
}

/** The cell with the best value, the first of ties; -1 where none has one. */
export function bestCell(plane: Plane, values: Float64Array, lowerIsBetter: boolean): number {
  let best = -1;
  let top = NaN;
  for (const [cell, row] of plane.trials.entries()) {
    const value = row < 0 ? NaN : values[row]!;
    if (Number.isNaN(value)) continue;
    if (best >= 0 && (lowerIsBetter ? value >= top : value <= top)) continue;
    [best, top] = [cell, value];
  }
  return best;
}
