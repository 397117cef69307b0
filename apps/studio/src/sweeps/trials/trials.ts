import type { MetricId } from '@projecta/client';

/** Values of a parameter by row. */
export type ParamColumn = Float64Array | readonly boolean[] | readonly string[];

/** The trials of a sweep that ran, one a row, as far as they are loaded. */
export interface Trials {
  readonly rows: number;
  /** Number of the combination. */
  readonly trial: Float64Array;
  readonly run_hash: readonly string[];
  /** By whole path. */
  readonly params: Readonly<Record<string, ParamColumn>>;
  /** NaN stands for a metric that does not exist. */
  readonly metrics: Readonly<Partial<Record<MetricId, Float64Array>>>;
}

/** The values of a trial by path. */
export function pointAt({ params }: Pick<Trials, 'params'>, row: number): Readonly<Record<string, number | string | boolean>> {
  return Object.fromEntries(Object.entries(params).map(([path, column]) => [path, column[row]!]));
}

/** A trial's metric; null where it does not exist or is not loaded. */
export function metricAt({ metrics }: Pick<Trials, 'metrics'>, id: MetricId, row: number): number | null {
  const value = metrics[id]?.[row];
  return value === undefined || Number.isNaN(value) ? null : value;
}
