import { METRIC_IDS, type MetricId, type Metrics } from '@projecta/metrics';
import type { GridPoint } from '@projecta/validation';
import type { NormalizedSweep, SweepValue } from './sweep-config.js';
import { randomAxes } from './random-point.js';

/** Values of one axis by row: numbers, or flags, or texts (also where an axis mixes kinds). */
export type ParamColumn = Float64Array | readonly boolean[] | readonly string[];

/** The trials that ran, one a row: names.md, table `sweep`. */
export interface SweepTable {
  readonly rows: number;
  /** Number of the combination: its place in grid order, or its row of draws. Skipped ones are left out. */
  readonly trial: Float64Array;
  readonly run_hash: readonly string[];
  /** By whole path; the column `param.<path>`. */
  readonly params: Readonly<Record<string, ParamColumn>>;
  /** NaN stands for a metric that does not exist. */
  readonly metrics: Readonly<Record<MetricId, Float64Array>>;
}

export interface SweepRow {
  readonly trial: number;
  readonly run_hash: string;
  readonly point: GridPoint;
  readonly metrics: Metrics;
}

type Kind = 'number' | 'boolean' | 'string';

/** A table that grows by rows, up to `most`: eight bytes a trial and metric. */
export function sweepTableOf(sweep: NormalizedSweep, most: number): { add(row: SweepRow): void; table(): SweepTable } {
  const trial = new Float64Array(most);
  const run_hash: string[] = [];
  const axes = axisKinds(sweep).map(([path, kind]) => [path, kind === 'number' ? new Float64Array(most) : [], kind] as const);
  const metrics = METRIC_IDS.map((id) => [id, new Float64Array(most)] as const);
  return {
    add(row) {
      const at = run_hash.push(row.run_hash) - 1;
      trial[at] = row.trial;
      for (const [path, column, kind] of axes) {
        const value = row.point[path]!;
        (column as SweepValue[])[at] = kind === 'string' ? String(value) : value;
      }
      for (const [id, column] of metrics) column[at] = row.metrics[id] ?? NaN;
    },
    table() {
      const rows = run_hash.length;
      const head = (column: Float64Array): Float64Array => (rows === most ? column : column.slice(0, rows));
      const params = axes.map(([path, column]) => [path, column instanceof Float64Array ? head(column) : column]);
      const columns = metrics.map(([id, column]) => [id, head(column)]);
      return {
        rows,
        trial: head(trial),
        run_hash,
        params: Object.fromEntries(params) as SweepTable['params'],
        metrics: Object.fromEntries(columns) as SweepTable['metrics'],
      };
    },
  };
}

function axisKinds({ grid, random }: NormalizedSweep): (readonly [string, Kind])[] {
  if (grid) return Object.entries(grid).map(([path, values]) => [path, kindOf(values)]);
  return randomAxes(random!).map(([path, axis]) => [path, 'values' in axis ? kindOf(axis.values) : 'number']);
}

function kindOf(values: readonly SweepValue[]): Kind {
  const kinds = new Set(values.map((value) => typeof value as Kind));
  return kinds.size === 1 ? [...kinds][0]! : 'string';
}
