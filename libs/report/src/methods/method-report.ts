import type { HistogramMark } from '../charts/histogram-chart.js';
import type { Markup } from '../html.js';

/** What a page says about a validation method that ran. */
export interface MethodReport {
  /** As in the config. */
  readonly name: string;
  readonly title: string;
  /** What it asks. */
  readonly asks: string;
  /** The answer with its numbers, in a sentence. */
  readonly answer: string;
  /** The null hypothesis; absent where there is none. */
  readonly nullSays?: string;
  /** How to read the answer, where there is no null. */
  readonly reading?: string;
  /** What the answer cannot mean. */
  readonly cannot: string;
  /** Its numbers, the most telling first. */
  readonly figures: readonly MethodFigure[];
  /** Distributions of its trials. */
  readonly histograms: readonly MethodHistogram[];
  /** What it draws beside them. */
  readonly drawing?: Markup;
}

export interface MethodFigure {
  readonly name: string;
  readonly value: string;
  /** Monte Carlo error, or what to compare with. */
  readonly about?: string;
}

export interface MethodHistogram {
  /** Of the rows of validation_detail. */
  readonly metric: string;
  readonly title: string;
  /** What its values are of. */
  readonly of: readonly [one: string, many: string];
  readonly marks: readonly HistogramMark[];
}

/** Marks at values that exist. */
export function marksAt(
  marks: readonly (readonly [value: number | null, label: string, kind: HistogramMark['kind']])[],
): readonly HistogramMark[] {
  return marks.flatMap(([value, label, kind]) => (value === null || !Number.isFinite(value) ? [] : [{ value, label, kind }]));
}
