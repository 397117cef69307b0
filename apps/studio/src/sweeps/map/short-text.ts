import type { MetricId } from '@projecta/client';
import { contractOf, formatSignificant, isFractionMetric } from '@projecta/report';

/** How a value of a metric is written into a cell: three digits, fractions in hundredths. */
export function shortText(metric: MetricId): (value: number) => string {
  const factor = isFractionMetric(metric, contractOf(metric).unit) ? 100 : 1;
  return (value) => formatSignificant(value * factor, 3);
}
