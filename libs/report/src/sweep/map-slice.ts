import { axisInfluence } from '../statistics/axis-influence.js';
import type { GridAxis, SweepGrid } from './sweep-grid.js';
import type { SweepView } from './sweep-view.js';

/** A plane through the best: two axes, all others at the best's values. */
export interface MapSlice {
  readonly across: GridAxis;
  readonly up: GridAxis;
  /** Cells of the grid, row by row from the lowest value of `up`. */
  readonly cells: Int32Array;
  /** Where the best is among them. */
  readonly best: number;
}

/** A line through the best along one axis. */
export interface LineSlice {
  readonly axis: GridAxis;
  readonly cells: Int32Array;
  readonly best: number;
}

/** The plane of the two axes that move the objective most, the one with more values across; null where fewer vary. */
export function mapSlice(grid: SweepGrid, { result }: SweepView): MapSlice | null {
  if (grid.axes.length < 2) return null;
  const { params, metrics } = result.trials;
  const objective = metrics[result.objective];
  const ranked = grid.axes
    .map((axis, i) => ({ i, influence: axisInfluence(params[axis.path] as Float64Array, objective) }))
    .sort((a, b) => b.influence - a.influence || a.i - b.i);
  const [first, second] = ranked
    .slice(0, 2)
    .map(({ i }) => i)
    .sort((a, b) => a - b) as [number, number];
  const [up, across] = grid.shape[first]! > grid.shape[second]! ? [second, first] : [first, second];
  const rows = line(grid, up);
  const columns = line(grid, across);
  const cells = Int32Array.from({ length: rows.cells.length * columns.cells.length }, (_, at) => {
    const row = Math.floor(at / columns.cells.length);
    return rows.cells[row]! + columns.cells[at % columns.cells.length]! - grid.best;
  });
  return { across: grid.axes[across]!, up: grid.axes[up]!, cells, best: rows.best * columns.cells.length + columns.best };
}

/** A line through the best for every axis that is not on the map. */
export function lineSlices(grid: SweepGrid, map: MapSlice | null): LineSlice[] {
  return grid.axes.flatMap((axis, i) => (axis === map?.across || axis === map?.up ? [] : [line(grid, i)]));
}

function line({ axes, shape, best }: SweepGrid, index: number): LineSlice {
  const stride = shape.slice(index + 1).reduce((product, length) => product * length, 1);
  const at = Math.floor(best / stride) % shape[index]!;
  const cells = Int32Array.from({ length: shape[index]! }, (_, i) => best + (i - at) * stride);
  return { axis: axes[index]!, cells, best: at };
}
