import type { SweepSummary, Table } from '@projecta/artifacts';
import type { TriedCounts } from '@projecta/persistence';

/** What a sweep's own trials count, each distinct run once: where it is kept in no home, nothing is known of what else was tried. */
export function ownCounts({ columns }: Table, { best, bars }: SweepSummary): TriedCounts {
  const hashes = columns.find(({ name }) => name === 'run_hash');
  const sharpes = columns.find(({ name }) => name === 'sharpe');
  if (hashes?.kind !== 'text' || sharpes?.kind !== 'number') return { trials: 0, with_sharpe: 0, variance: null, dispersion: null };
  const perYear = Math.sqrt(best.metrics.periods_per_year ?? NaN);
  const byRun = new Map<number, number>();
  hashes.codes.forEach((code, row) => {
    if (sharpes.valid?.[row] !== 0) byRun.set(code, sharpes.values[row]! / perYear);
  });
  const values = [...byRun.values()];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const counted = { trials: hashes.texts.length, with_sharpe: values.length };
  if (values.length < 2) return { ...counted, variance: null, dispersion: null };
  const variance = squares / (values.length - 1);
  return { ...counted, variance, dispersion: variance * (bars - 1) };
}
