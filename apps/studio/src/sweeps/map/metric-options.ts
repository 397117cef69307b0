import type { MetricId } from '@projecta/client';
import { contractOf } from '@projecta/report';
import { keyMetrics } from '../sweep/sweep-tables.js';

/** The metrics to choose from: the objective, the key ones, then all others that a sweep has. */
export function metricOptions(objective: MetricId, known: readonly string[]): readonly (readonly [MetricId, string])[] {
  const first = keyMetrics(objective);
  const rest = (known as readonly MetricId[]).filter((id) => !first.includes(id));
  return [...first, ...rest].map((id) => [id, id === objective ? `${contractOf(id).title} (objective)` : contractOf(id).title]);
}
