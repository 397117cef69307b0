import { niceStep } from '../scales/nice-ticks.js';

/** Counts over bins of one round width, aligned to 0; bin i holds [start + i·step, start + (i + 1)·step). */
export interface Histogram {
  readonly start: number;
  readonly step: number;
  readonly counts: readonly number[];
  /** Values counted; those that are not finite are not. */
  readonly total: number;
  /** Values that lie beyond the outermost bins and were put into them. */
  readonly outside: number;
}

interface Options {
  /** About how many bins. */
  readonly bins: number;
  /** Values beyond this range go into the outermost bins. */
  readonly low: number;
  readonly high: number;
}

/** The histogram of a column between two bounds. */
export function histogramOf(values: ArrayLike<number>, { bins, low, high }: Options): Histogram {
  const step = low < high ? niceStep(high - low, bins) : niceStep(Math.abs(low) || 1, bins);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first, Math.ceil(high / step - 1e-9) - 1);
  const counts = new Array<number>(last - first + 1).fill(0);
  let total = 0;
  let outside = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    const bin = Math.floor(value / step + 1e-9) - first;
    const kept = Math.min(counts.length - 1, Math.max(0, bin));
    if (bin < 0 || value > (last + 1) * step * (1 + 1e-9) + step * 1e-9) outside++;
    counts[kept] = counts[kept]! + 1;
    total++;
  }
  return { start: first * step, step, counts, total, outside };
}

/** About two bins for each of the square root of the values, so that few values do not look like a comb. */
export function binsFor(values: number, most: number): number {
  return Math.min(most, Math.max(6, Math.round(2 * Math.sqrt(values))));
}
