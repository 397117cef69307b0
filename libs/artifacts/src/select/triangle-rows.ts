/**
 * Largest-Triangle-Three-Buckets: of every bucket of rows the one that spans the largest triangle with the row chosen before and the mean
 * point of the next bucket. Exactly `count` rows (2 or more, fewer than there are), ascending, the first and the last included.
 * A value that is not finite is no point; a bucket without a point keeps its first row, so that a hole stays a hole.
 * Source: Steinarsson (2013), Downsampling Time Series for Visual Representation, section 4.2.
 */
export function triangleRows(x: Float64Array, y: Float64Array, count: number): Uint32Array {
  const inner = y.length - 2;
  const startOf = (bucket: number): number => 1 + Math.floor((bucket * inner) / (count - 2));
  const rows = new Uint32Array(count);
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const [start, end] = [startOf(bucket), startOf(bucket + 1)];
    const next = meanPoint(x, y, { start: end, end: bucket + 3 === count ? y.length : startOf(bucket + 2) });
    rows[bucket + 1] = furthestRow(x, y, { start, end, from: rows[bucket]!, next });
  }
  rows[count - 1] = y.length - 1;
  return rows;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function meanPoint(x: Float64Array, y: Float64Array, { start, end }: { readonly start: number; readonly end: number }): Point {
  let [sumX, sumY, points] = [0, 0, 0];
  for (let row = start; row < end; row++) {
    if (!Number.isFinite(y[row]!)) continue;
    sumX += x[row]! - x[start]!; // offsets: sums of epoch milliseconds would round
    sumY += y[row]!;
    points++;
  }
  return { x: x[start]! + sumX / points, y: sumY / points }; // NaN without a point
}

interface Search {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly next: Point;
}

function furthestRow(x: Float64Array, y: Float64Array, { start, end, from, next }: Search): number {
  let [chosen, largest] = [start, -1];
  for (let row = start; row < end; row++) {
    if (!Number.isFinite(y[row]!)) continue;
    const doubled = (x[from]! - next.x) * (y[row]! - y[from]!) - (x[from]! - x[row]!) * (next.y - y[from]!);
    const area = Number.isNaN(doubled) ? 0 : Math.abs(doubled); // beside a hole the first point is as good as any
    if (area > largest) [chosen, largest] = [row, area];
  }
  return chosen;
}
