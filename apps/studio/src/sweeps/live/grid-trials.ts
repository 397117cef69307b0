import { gridPoint, gridSize } from '@projecta/validation';
import type { AxisValue } from '../map/search-space.js';
import type { ParamColumn, Trials } from '../trials/trials.js';

/** Every combination of a grid as a trial of which nothing is known but its values: its row is its number. */
export function gridTrials(grid: Readonly<Record<string, readonly AxisValue[]>>): Trials {
  const points = Array.from({ length: gridSize(grid) }, (_, trial) => gridPoint(grid, trial));
  const params = Object.keys(grid).map((path) => [path, columnOf(points.map((point) => point[path]!))] as const);
  return {
    rows: points.length,
    trial: Float64Array.from(points.keys()),
    run_hash: [],
    params: Object.fromEntries(params),
    metrics: {},
  };
}

function columnOf(values: readonly AxisValue[]): ParamColumn {
  if (values.every((value) => typeof value === 'number')) return Float64Array.from(values);
  return values.every((value) => typeof value === 'boolean') ? values : values.map(String);
}
