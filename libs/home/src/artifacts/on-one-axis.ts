import { numberColumn, selectTable, timeColumn } from '@projecta/artifacts';
import type { EquityCurve } from './equity-curve.js';

/** Curves on one time axis. */
export interface SharedAxis {
  /** Ascending, epoch ms. */
  readonly ts: readonly number[];
  /** One list a curve, each as long as `ts`; null at times that are none of its bars. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * Curves on the union of their times, or where that is longer than `most`, on the times that draw each of them best with its share of
 * `most` points (largest triangles). Every curve has its own value at each of these times that is one of its bars.
 */
export function onOneAxis(curves: readonly EquityCurve[], most: number): SharedAxis {
  const ts = axisOf(curves, most);
  return { ts: [...ts], values: curves.map((curve) => valuesAt(curve, ts)) };
}

function axisOf(curves: readonly EquityCurve[], most: number): Float64Array {
  if (curves.every(({ ts }) => ts.length <= most)) {
    const all = union(curves.map(({ ts }) => ts));
    if (all.length <= most) return all;
  }
  const share = Math.max(2, Math.floor(most / curves.length));
  return union(curves.map((curve) => thinnedTimes(curve, share)));
}

function thinnedTimes({ ts, equity }: EquityCurve, downsample: number): Float64Array {
  const columns = [timeColumn('ts', ts), numberColumn('equity', equity)];
  const [times] = selectTable({ name: 'equity', columns, rows: ts.length }, { downsample }).columns;
  return times?.kind === 'time' ? times.values : ts;
}

function union(lists: readonly Float64Array[]): Float64Array {
  return Float64Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}

function valuesAt({ ts, equity }: EquityCurve, axis: Float64Array): (number | null)[] {
  let row = 0;
  return Array.from(axis, (time) => {
    while (row < ts.length && ts[row]! < time) row++;
    return ts[row] === time ? equity[row]! : null;
  });
}
