import type { Book } from './book.js';
import type { MetricId } from './metric-ids.js';

/** What a metric is, for the catalog, the report and the page. */
export interface MetricContract {
  readonly id: MetricId;
  readonly title: string;
  readonly family: MetricFamily;
  /** With r the returns of equity over bars, b those of the close, E equity, E_0 its first value, ppy periods per year. */
  readonly formula: string;
  readonly unit: MetricUnit;
  /** Who defined it so. */
  readonly source: string;
  /** Of two runs the one with less is the better one; absent: more is better, or neither. */
  readonly lowerIsBetter?: true;
}

export type MetricFamily = 'returns' | 'risk' | 'drawdown' | 'tail' | 'probabilistic' | 'benchmark' | 'exposure' | 'trades' | 'costs';

export type MetricUnit =
  | 'cash'
  | 'fraction'
  | 'per year'
  | 'probability'
  | 'bars'
  | 'ms'
  | 'count'
  | 'ratio'
  | 'share of bars'
  | 'multiple of mean equity'
  | 'multiple'
  | 'bars per year'
  | 'none';

/** The number, or in words why there is none. */
export type Value = number | string;

/** A contract with its computation; family and id are added where the families meet. */
export interface MetricDefinition extends Omit<MetricContract, 'id' | 'family'> {
  readonly value: (book: Book) => Value;
}

/** One number a metric; null where the number does not exist. */
export type Metrics = Readonly<Record<MetricId, number | null>>;

/** Why a metric is null, one entry a null. */
export type MetricReasons = Partial<Record<MetricId, string>>;
