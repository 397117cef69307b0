import { METRICS, type MetricId } from '@projecta/metrics';

const FRACTIONS: ReadonlySet<string> = new Set(METRICS.filter(({ unit }) => unit === 'fraction').map(({ id }) => id));

/** A metric's value for a sentence: three digits, fractions as per cent. */
export function metricInWords(id: MetricId, value: number | null): string {
  if (value === null) return 'none';
  return FRACTIONS.has(id) ? `${numberInWords(100 * value)} %` : numberInWords(value);
}

/** A number for a sentence: three digits, all of those before the point, in plain notation where that is short. */
export function numberInWords(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toPrecision(3);
  return String(size >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));
}
