import type { Grid } from '@projecta/plugin';

/** One combination of a grid: a value for each of its names, which stand in order. */
export type GridPoint = Readonly<Record<string, number | boolean | string>>;

/** How many combinations a grid has: 1 without a name, 0 where a name has no values. */
export function gridSize(grid: Grid): number {
  return Object.values(grid).reduce((size, values) => size * values.length, 1);
}

/** The combination at `index` in grid order (§9): names sorted by code unit, the last one fastest, values in the order given. */
export function gridPoint(grid: Grid, index: number): GridPoint {
  const point: [string, number | boolean | string][] = [];
  let rest = index;
  for (const name of Object.keys(grid).sort().reverse()) {
    const values = grid[name]!;
    point.push([name, values[rest % values.length]!]);
    rest = Math.floor(rest / values.length);
  }
  return Object.fromEntries(point.reverse());
}
