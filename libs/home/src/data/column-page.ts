/** Columns of one length by name, `ts` among them: what an answer holds. */
export type Columns = Readonly<Record<string, Float64Array>>;

export interface PageWanted {
  /** The time of its first row, epoch ms; null is the first there is. */
  readonly after: number | null;
  readonly limit: number;
}

/** A page of rows in the order of time, and the time that the next one begins with; null at the end. */
export interface ColumnPage {
  readonly columns: Columns;
  readonly next: number | null;
}

/** The rows from a time on, at most `limit`, as views of the same memory. */
export function columnPage(columns: Columns, { after, limit }: PageWanted): ColumnPage {
  const ts = columns['ts']!;
  const from = after === null ? 0 : firstFrom(ts, after);
  const to = Math.min(ts.length, from + limit);
  const rows = Object.entries(columns).map(([name, values]) => [name, values.subarray(from, to)]);
  return { columns: Object.fromEntries(rows) as Columns, next: to < ts.length ? ts[to]! : null };
}

/** Columns as JSON arrays; NaN is null. */
export function columnsJson(columns: Columns): string {
  const parts = Object.entries(columns).map(([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(Array.from(values))}`);
  return `{${parts.join(',')}}`;
}

function firstFrom(ts: Float64Array, instant: number): number {
  let low = 0;
  let high = ts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ts[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
