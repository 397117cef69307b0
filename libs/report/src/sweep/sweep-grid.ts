import type { SweepResult, SweepValue } from '@projecta/engine';

/** A parameter that varies over numbers, in ascending order. */
export interface GridAxis {
  /** Its whole path in the config. */
  readonly path: string;
  readonly values: readonly number[];
}

/** The trials of a grid sweep by their place on its numeric axes; a text or a flag stays at the best's value, since its values have no order. */
export interface SweepGrid {
  /** The last one is the fastest. */
  readonly axes: readonly GridAxis[];
  readonly shape: readonly number[];
  /** Row of the table by cell; -1 where the combination was skipped. */
  readonly rows: Int32Array;
  /** The objective by cell; NaN where there is none. */
  readonly values: Float64Array;
  /** The best's cell. */
  readonly best: number;
  /** Axes that vary and are no numbers, at the best's values. */
  readonly held: Readonly<Record<string, SweepValue>>;
}

/** The grid behind a sweep, or null where no number varies in it or its trials were drawn at random. */
export function sweepGrid({ sweep, trials, best, objective }: SweepResult): SweepGrid | null {
  const varying = Object.entries(sweep.grid ?? {}).filter(([, values]) => values.length > 1);
  const axes = varying.flatMap(([path, values]): GridAxis[] =>
    values.every(isNumber) ? [{ path, values: [...values].sort(ascending) }] : [],
  );
  if (axes.length === 0) return null;
  const numeric = new Set(axes.map(({ path }) => path));
  const held = Object.fromEntries(varying.filter(([path]) => !numeric.has(path)).map(([path]) => [path, best.params[path]!]));
  const shape = axes.map(({ values }) => values.length);
  const cells = shape.reduce((product, length) => product * length, 1);
  const cellOf = cellFinder(axes, trials.params);
  const rows = new Int32Array(cells).fill(-1);
  const values = new Float64Array(cells).fill(NaN);
  const objectives = trials.metrics[objective];
  const columns = Object.keys(held).map((path) => trials.params[path]!);
  for (let row = 0; row < trials.rows; row++) {
    if (columns.some((column) => column[row] !== column[best.row])) continue;
    const cell = cellOf(row);
    rows[cell] = row;
    values[cell] = objectives[row]!;
  }
  return { axes, shape, rows, values, best: cellOf(best.row), held };
}

function cellFinder(axes: readonly GridAxis[], params: SweepResult['trials']['params']): (row: number) => number {
  const places = axes.map(({ path, values }) => ({
    column: params[path] as Float64Array,
    place: new Map(values.map((value, i) => [value, i])),
    length: values.length,
  }));
  return (row) => places.reduce((cell, { column, place, length }) => cell * length + place.get(column[row]!)!, 0);
}

function isNumber(value: SweepValue): value is number {
  return typeof value === 'number';
}

function ascending(a: number, b: number): number {
  return a - b;
}
