import type { MetricId } from '@projecta/client';
import type { Trials } from './trials.js';

/** What a table of trials is sorted by: the trial's number, a parameter or a metric. */
export type SortKey = 'trial' | `param ${string}` | `metric ${string}`;

export interface TrialQuery {
  readonly sort: SortKey;
  readonly order: 'ascending' | 'descending';
  /** Only trials with these values, by path, as texts. */
  readonly only: Readonly<Record<string, string>>;
  /** Only trials whose metric lies on a side of a value. */
  readonly bound?: Bound | undefined;
}

export interface Bound {
  readonly metric: MetricId;
  readonly side: 'least' | 'most';
  /** The least, or the most, that it may be. */
  readonly value: number;
}

/** The rows of the trials that a query wants, in its order; ties stand in the order of trials, and rows without a value come last. */
export function ranked(trials: Trials, { sort, order, only, bound }: TrialQuery): Int32Array {
  const wanted = Object.entries(only);
  const isWithin = (row: number): boolean => !bound || fits(trials.metrics[bound.metric]?.[row], bound);
  const rows = Int32Array.from({ length: trials.rows }, (_, row) => row).filter(
    (row) => isWithin(row) && wanted.every(([path, text]) => String(trials.params[path]?.[row]) === text),
  );
  const column = columnOf(trials, sort);
  if (!column) return rows;
  const sign = order === 'ascending' ? 1 : -1;
  return rows.sort((a, b) => compared(column[a], column[b], sign) || a - b);
}

function fits(value: number | undefined, { side, value: bound }: Bound): boolean {
  if (value === undefined) return false;
  return side === 'least' ? value >= bound : value <= bound;
}

type Cell = number | string | boolean | undefined;

function columnOf({ trial, params, metrics }: Trials, sort: SortKey): ArrayLike<Cell> | undefined {
  const [kind, name = ''] = sort.split(' ', 2);
  if (kind === 'trial') return trial;
  return kind === 'param' ? params[name] : (metrics as Readonly<Record<string, Float64Array>>)[name];
}

function compared(a: Cell, b: Cell, sign: number): number {
  const [noA, noB] = [isNone(a), isNone(b)];
  if (noA || noB) return Number(noA) - Number(noB);
  if (a === b) return 0;
  return a! < b! ? -sign : sign;
}

function isNone(value: Cell): boolean {
  return value === undefined || Number.isNaN(value);
}
