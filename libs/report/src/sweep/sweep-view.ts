import type { SweepResult, SweepValue } from '@projecta/engine';
import { formatSignificant } from '../format/format-number.js';
import { formatStatistic } from '../format/format-statistic.js';
import { isFractionMetric } from '../format/format-metric.js';
import { contractOf } from '../metric-contracts.js';
import { type SweepGrid, sweepGrid } from './sweep-grid.js';
import { type SweepPlateau, sweepPlateau } from './sweep-plateau.js';

/** A sweep with what several sections share. */
export interface SweepView {
  readonly result: SweepResult;
  /** The objective's name in a sentence. */
  readonly objective: string;
  readonly grid: SweepGrid | null;
  readonly plateau: SweepPlateau | null;
  /** An objective's value as a reader wants it. */
  readonly valueText: (value: number | null) => string;
  /** The same with three digits, for tight places. */
  readonly shortText: (value: number) => string;
}

/** Looks at a sweep once for all sections. */
export function sweepView(result: SweepResult): SweepView {
  const { objective } = result;
  const { title, unit } = contractOf(objective);
  const factor = isFractionMetric(objective, unit) ? 100 : 1;
  return {
    result,
    objective: title,
    grid: sweepGrid(result),
    plateau: sweepPlateau(result),
    valueText: (value) => formatStatistic(objective, value),
    shortText: (value) => formatSignificant(value * factor, 3),
  };
}

/** A path as a reader knows it: parameters of the strategy by their own name. */
export function pathName(path: string): string {
  return path.replace(/^strategy\.params\./, '');
}

/** A value of an axis as text; a number with a long tail, such as a random draw, with six digits. */
export function paramText(value: SweepValue): string {
  const text = String(value);
  const short = typeof value === 'number' && text.length > 8 ? String(Number(value.toPrecision(6))) : text;
  return short.replace(/^-/, '\u2212');
}

/** Values by path as `fast 10, slow 50`. */
export function pointText(point: Readonly<Record<string, SweepValue>>): string {
  return Object.entries(point)
    .map(([path, value]) => `${pathName(path)} ${paramText(value)}`)
    .join(', ');
}
