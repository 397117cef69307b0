import type { MetricId } from '@projecta/client';
import { contractOf, isFractionMetric } from '@projecta/report';
import { numberTyped } from '../../run/form/typed-value.js';
import type { Bound } from './ranked.js';

/** A bound as it is typed. */
export interface TypedBound extends Omit<Bound, 'value'> {
  readonly text: string;
}

/** Whether a metric is shown, and therefore typed, in per cent. */
export function isInPercent(metric: MetricId): boolean {
  return isFractionMetric(metric, contractOf(metric).unit);
}

/** The bound that a text means; undefined where it is no number. */
export function boundTyped({ metric, side, text }: TypedBound): Bound | undefined {
  const typed = numberTyped(text.replace('\u2212', '-').replace('%', ''));
  if (typeof typed !== 'number') return undefined;
  return { metric, side, value: isInPercent(metric) ? typed / 100 : typed };
}
