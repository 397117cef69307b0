import { civilDate, DAY_MS, monthStart } from '../format/civil-date.js';
import { formatClock, MONTHS } from '../format/format-time.js';
import { firstAtOrAfter } from './first-at-or-after.js';

/** A named place on the axis of bars. */
export interface DateTick {
  /** The first bar at or after a boundary of the calendar. */
  readonly t: number;
  readonly label: string;
}

const MINUTE = 60_000;
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE);
const STEPS_DAYS = [1, 2];
const STEPS_WEEKS = [1, 2];
const FIRST_MONDAY = 4 * DAY_MS;
const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];

/** A boundary this share of the span before the first bar counts as that bar: years begin on a holiday. */
const EARLY = 0.012;

/** The first tick says its year when the next is this many even shares of the axis away. */
const ROOM = 1.75;

/**
 * Calendar boundaries of UTC inside the bars, of the finest unit that gives at most `most`: years, months, Mondays, days, hours or minutes.
 * Days and hours are named as their bar is, months and years as the boundary is; the first tick says the year too where it has room.
 */
export function dateTicks(ts: Float64Array, most: number): readonly DateTick[] {
  if (ts.length === 0) return [];
  const last = ts[ts.length - 1]!;
  const from = ts[0]! - (last - ts[0]!) * EARLY;
  const { unit, at } = boundaries({ from, to: last, shortest: shortestStep(ts) }, most);
  const places = at.map((ms) => ({ ms, t: firstAtOrAfter(ts, ms) })).filter(({ t }) => t < ts.length);
  const kept = apart(places, ts.length / (most * 1.6));
  if (kept.length === 0) return [{ t: 0, label: label({ unit: 'day', ms: ts[0]!, isFirst: true }) }];
  const isNamedByBar = unit === 'day' || unit === 'clock';
  const hasRoom = kept.length < 2 || ((kept[1]!.t - kept[0]!.t) / ts.length) * most >= ROOM;
  return kept.map(({ ms, t }, i) => ({ t, label: label({ unit, ms: isNamedByBar ? ts[t]! : ms, isFirst: i === 0 && hasRoom }) }));
}

type Unit = 'clock' | 'day' | 'month';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly shortest: number;
}

/** A tick finer than the bars would name one bar twice, so steps begin at the bars' own. */
function boundaries({ from, to, shortest }: Span, most: number): { readonly unit: Unit; readonly at: readonly number[] } {
  for (const step of STEPS_MS) {
    if (step >= shortest && Math.floor(to / step) - Math.ceil(from / step) < most) return { unit: 'clock', at: multiples(from, to, step) };
  }
  for (const step of STEPS_DAYS) {
    if ((to - from) / (step * DAY_MS) > 2 * most) continue;
    const at = daysOfMonths(from, to, step * DAY_MS);
    if (at.length <= most) return { unit: 'day', at };
  }
  for (const step of STEPS_WEEKS) {
    if ((to - from) / (7 * step * DAY_MS) > most - 1) continue;
    return { unit: 'day', at: multiples(from - FIRST_MONDAY, to - FIRST_MONDAY, 7 * step * DAY_MS).map((ms) => ms + FIRST_MONDAY) };
  }
  for (const step of STEPS_MONTHS) {
    const at = monthStarts(from, to, step);
    if (at.length <= most) return { unit: 'month', at };
  }
  return { unit: 'month', at: [] };
}

function shortestStep(ts: Float64Array): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let t = 1; t < Math.min(ts.length, 50); t++) shortest = Math.min(shortest, ts[t]! - ts[t - 1]!);
  return shortest;
}

function multiples(from: number, to: number, step: number): number[] {
  const at: number[] = [];
  for (let k = Math.ceil(from / step); k * step <= to; k++) at.push(k * step);
  return at;
}

/** Days counted from the first of each month, so that months begin on a tick; a stub before the next first is left out. */
function daysOfMonths(from: number, to: number, step: number): number[] {
  const at: number[] = [];
  const { year, month } = civilDate(from);
  for (let m = month; monthStart(year, m) <= to; m++) {
    const end = Math.min(to + 1, monthStart(year, m + 1) - step / 2);
    for (let ms = monthStart(year, m); ms < end; ms += step) if (ms >= from) at.push(ms);
  }
  return at;
}

function monthStarts(from: number, to: number, step: number): number[] {
  const at: number[] = [];
  const first = monthIndex(from);
  const last = monthIndex(to);
  for (let m = Math.floor(first / step) * step; m <= last; m += step) {
    const ms = monthStart(0, m + 1);
    if (ms >= from) at.push(ms);
  }
  return at;
}

function monthIndex(ms: number): number {
  const { year, month } = civilDate(ms);
  return year * 12 + month - 1;
}

/** Drops every tick that would touch the one before it: bars may be missing where the calendar is not. */
function apart<T extends { readonly t: number }>(ticks: readonly T[], least: number): T[] {
  const kept: T[] = [];
  for (const tick of ticks) if (kept.length === 0 || tick.t - kept[kept.length - 1]!.t >= Math.max(1, least)) kept.push(tick);
  return kept;
}

function label({ unit, ms, isFirst }: { readonly unit: Unit; readonly ms: number; readonly isFirst: boolean }): string {
  const { year, month, day } = civilDate(ms);
  const name = MONTHS[month - 1]!;
  if (unit === 'month') return month === 1 ? String(year) : isFirst ? `${name} ${year}` : name;
  if (unit === 'clock' && ms % DAY_MS !== 0) return formatClock(ms);
  return isFirst ? `${day} ${name} ${year}` : `${day} ${name}`;
}
