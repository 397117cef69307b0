import type { Book } from './book.js';
import type { Value } from './metric-contract.js';
import type { MetricId } from './metric-ids.js';
import { DEFINITIONS } from './metrics.js';

/** One metric from the book: a finite number without a signed zero, or in words why there is none. */
export function readMetric(book: Book, id: MetricId): Value {
  const value = DEFINITIONS[id].value(book);
  if (typeof value === 'string') return value;
  return Number.isFinite(value) ? value + 0 : 'The result is beyond the range of numbers.';
}
