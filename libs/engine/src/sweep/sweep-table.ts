import { METRIC_IDS, type MetricId } from '@projecta/metrics';
import { HASH_WORDS, unpackHash } from './packed-hash.js';
import type { NormalizedSweep, SweepValue } from './sweep-config.js';
import { randomAxes } from './random-point.js';
import type { SweepPoints } from './sweep-points.js';

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

/** A trial's row as numbers: 1 where it runs, else 0 and nothing more; its run_hash; its metrics, in the order of their ids. */
export const HASH_AT = 1;
export const METRICS_AT = HASH_AT + HASH_WORDS;
export const ROW_WIDTH = METRICS_AT + METRIC_IDS.length;

export interface GrowingSweepTable {
  /** Enters a trial's row, in any order. */
  put(trial: number, from: Float64Array, at: number): void;
  /** Whether a trial that was entered runs. */
  runs(trial: number): boolean;
  /** The rows of the trials that run. */
  table(): SweepTable;
}

type Kind = 'number' | 'boolean' | 'string';

/** A table of a sweep's trials: some 400 bytes each. */
export function sweepTableOf(sweep: NormalizedSweep, points: SweepPoints): GrowingSweepTable {
  const { count } = points;
  const runs = new Uint8Array(count);
  const hashes = new Uint32Array(count * HASH_WORDS);
  const metrics = METRIC_IDS.map(() => new Float64Array(count));
  return {
    put(trial, from, at) {
      runs[trial] = from[at]!;
      if (from[at] === 0) return;
      hashes.set(from.subarray(at + HASH_AT, at + METRICS_AT), trial * HASH_WORDS);
      for (const [k, column] of metrics.entries()) column[trial] = from[at + METRICS_AT + k]!;
    },
    runs: (trial) => runs[trial] === 1,
    table() {
      const rows = Int32Array.from([...runs.keys()].filter((trial) => runs[trial] === 1));
      const ofRows = (column: Float64Array): Float64Array => (rows.length === count ? column : Float64Array.from(rows, (i) => column[i]!));
      return {
        rows: rows.length,
        trial: Float64Array.from(rows),
        run_hash: Array.from(rows, (trial) => unpackHash(hashes, trial * HASH_WORDS)),
        params: paramColumns(sweep, points, rows),
        metrics: Object.fromEntries(METRIC_IDS.map((id, k) => [id, ofRows(metrics[k]!)])) as SweepTable['metrics'],
      };
    },
  };
}

function paramColumns(sweep: NormalizedSweep, points: SweepPoints, rows: Int32Array): SweepTable['params'] {
  const axes = axisKinds(sweep).map(([path, kind]) => [path, kind === 'number' ? new Float64Array(rows.length) : [], kind] as const);
  for (const [row, trial] of rows.entries()) {
    const point = points.point(trial);
    for (const [path, column, kind] of axes) {
      const value = point[path]!;
      (column as SweepValue[])[row] = kind === 'string' ? String(value) : value;
    }
  }
  return Object.fromEntries(axes.map(([path, column]) => [path, column])) as SweepTable['params'];
}

function axisKinds({ grid, random }: NormalizedSweep): (readonly [string, Kind])[] {
  if (grid) return Object.entries(grid).map(([path, values]) => [path, kindOf(values)]);
  return randomAxes(random!).map(([path, axis]) => [path, 'values' in axis ? kindOf(axis.values) : 'number']);
}

function kindOf(values: readonly SweepValue[]): Kind {
  const kinds = new Set(values.map((value) => typeof value as Kind));
  return kinds.size === 1 ? [...kinds][0]! : 'string';
}
