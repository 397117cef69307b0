import { civilDate, DAY_MS, monthStart } from '../format/civil-date.js';
import { formatDate, MONTHS } from '../format/format-time.js';
import { firstAtOrAfter } from '../scales/first-at-or-after.js';

/** Returns by calendar period (UTC), laid out as a table; null where no bar lies or equity before it was not above 0. */
export interface PeriodReturns {
  readonly kind: 'months' | 'days' | 'hours';
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly PeriodRow[];
  /** Earlier rows that were left out. */
  readonly omitted: number;
}

export interface PeriodRow {
  readonly label: string;
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
  /** The close's return over the same bars. */
  readonly hold: number | null;
}

interface Columns {
  readonly ts: Float64Array;
  readonly equity: Float64Array;
  readonly close: Float64Array;
  readonly initialCash: number;
}

/** Rows kept at most: a century of months. */
const MOST_ROWS = 100;

const HOUR_MS = 3_600_000;
const FIRST_MONDAY = 4 * DAY_MS;

/** Months by year when the bars span two months or more; else hours by day when a day has several bars; else days by week. Null for fewer than two bars. */
export function periodReturns(columns: Columns): PeriodReturns | null {
  const { ts } = columns;
  const n = ts.length;
  if (n < 2) return null;
  const first = civilDate(ts[0]!);
  const last = civilDate(ts[n - 1]!);
  if (first.year !== last.year || first.month !== last.month) return byMonth(columns, first.year, last.year);
  const days = Math.floor(ts[n - 1]! / DAY_MS) - Math.floor(ts[0]! / DAY_MS) + 1;
  return n > 2 * days ? byHour(columns) : byDay(columns);
}

function byMonth(columns: Columns, firstYear: number, lastYear: number): PeriodReturns {
  const from = Math.max(firstYear, lastYear - MOST_ROWS + 1);
  const rows = Array.from({ length: lastYear - from + 1 }, (_, i) =>
    rowOf(columns, { label: String(from + i), bounds: Array.from({ length: 13 }, (_, month) => monthStart(from + i, month + 1)) }),
  );
  return { kind: 'months', corner: 'Year', columns: MONTHS, rows, omitted: from - firstYear };
}

function byHour(columns: Columns): PeriodReturns {
  const rows = spans(columns.ts, { length: DAY_MS, origin: 0 }).map((start) =>
    rowOf(columns, { label: formatDate(start).slice(5), bounds: Array.from({ length: 25 }, (_, hour) => start + hour * HOUR_MS) }),
  );
  return {
    kind: 'hours',
    corner: 'Day',
    columns: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    rows,
    omitted: 0,
  };
}

function byDay(columns: Columns): PeriodReturns {
  const rows = spans(columns.ts, { length: 7 * DAY_MS, origin: FIRST_MONDAY }).map((start) =>
    rowOf(columns, { label: formatDate(start).slice(5), bounds: Array.from({ length: 8 }, (_, day) => start + day * DAY_MS) }),
  );
  return { kind: 'days', corner: 'Week of', columns: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], rows, omitted: 0 };
}

function spans(ts: Float64Array, { length, origin }: { length: number; origin: number }): number[] {
  const first = Math.floor((ts[0]! - origin) / length);
  const last = Math.floor((ts[ts.length - 1]! - origin) / length);
  return Array.from({ length: last - first + 1 }, (_, i) => origin + (first + i) * length);
}

/** One row: its cells lie between neighbouring bounds, its totals between the outermost. */
function rowOf(columns: Columns, { label, bounds }: { label: string; bounds: readonly number[] }): PeriodRow {
  const at = bounds.map((ms) => firstAtOrAfter(columns.ts, ms));
  const cells = at.slice(1).map((to, i) => returnBetween(columns, at[i]!, to));
  const from = at[0]!;
  const to = at[at.length - 1]!;
  const { close } = columns;
  const hold = from === to ? null : close[to - 1]! / (from === 0 ? close[0]! : close[from - 1]!) - 1;
  return { label, cells, total: returnBetween(columns, from, to), hold };
}

/** Equity's return over the bars [from, to): measured from the last bar before them, at the start from the initial cash. */
function returnBetween({ equity, initialCash }: Columns, from: number, to: number): number | null {
  if (from === to) return null;
  const before = from === 0 ? initialCash : equity[from - 1]!;
  return before > 0 ? equity[to - 1]! / before - 1 : null;
}
