import { civilDate, DAY_MS, monthStart } from '../format/civil-date.js';
import { formatClock, MONTHS } from '../format/format-time.js';
import { firstAtOrAfter } from './first-at-or-after.js';

/** A named place on the axis of bars. */
export interface DateTick {
  /** The first bar at or after the boundary. */
  readonly t: number;
  readonly label: string;
}

const MINUTE = 60_000;
const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE);
const STEPS_DAYS = [1, 2, 4, 7, 14].map((days) => days * DAY_MS);
const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];

/** Calendar boundaries (years, months, days, hours, minutes of UTC) inside the bars: of the finest unit that gives at most `most`. Bars that would stand closer than their share are dropped. */
export function dateTicks(ts: Float64Array, most: number): readonly DateTick[] {
  if (ts.length === 0) return [];
  if (ts.length === 1) return [{ t: 0, label: dayLabel(ts[0]!) }];
  const ticks = apart(placed(ts, boundaries(ts, most)), ts.length / (most * 1.6));
  return ticks.length > 0 ? ticks : [{ t: 0, label: dayLabel(ts[0]!) }];
}

interface Boundary {
  readonly ms: number;
  readonly label: string;
}

function boundaries(ts: Float64Array, most: number): readonly Boundary[] {
  // A boundary a little before the first bar is that bar: years begin on a holiday.
  const from = ts[0]! - (ts[ts.length - 1]! - ts[0]!) * 0.012;
  const to = ts[ts.length - 1]!;
  const shortest = shortestStep(ts);
  for (const step of STEPS_MS) {
    if (step >= shortest && Math.floor(to / step) - Math.ceil(from / step) + 1 <= most) return multiples(from, to, step);
  }
  for (const step of STEPS_DAYS) {
    const found = daysOfMonths(from, to, step);
    if (found.length <= most) return found;
  }
  for (const step of STEPS_MONTHS) {
    const found = months(from, to, step);
    if (found.length <= most) return found;
  }
  return [];
}

/** A tick finer than the bars would name one bar twice. */
function shortestStep(ts: Float64Array): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let t = 1; t < Math.min(ts.length, 50); t++) shortest = Math.min(shortest, ts[t]! - ts[t - 1]!);
  return shortest;
}

function multiples(from: number, to: number, step: number): Boundary[] {
  const found: Boundary[] = [];
  for (let k = Math.ceil(from / step); k * step <= to; k++) {
    const ms = k * step;
    found.push({ ms, label: ms % DAY_MS === 0 ? dayLabel(ms) : formatClock(ms) });
  }
  return found;
}

/** Days counted from the first of each month, so that months begin on a tick; the stub before the next first is left out. */
function daysOfMonths(from: number, to: number, step: number): Boundary[] {
  const found: Boundary[] = [];
  if ((to - from) / step > 200) return Array.from({ length: 201 }, () => ({ ms: 0, label: '' }));
  const { year, month } = civilDate(from);
  for (let m = month; monthStart(year, m) <= to; m++) {
    const end = monthStart(year, m + 1);
    for (let ms = monthStart(year, m); ms < end - step / 2 && ms <= to; ms += step) if (ms >= from) found.push({ ms, label: dayLabel(ms) });
  }
  return found;
}

function months(from: number, to: number, step: number): Boundary[] {
  const first = civilDate(from);
  const last = civilDate(to);
  const found: Boundary[] = [];
  const start = Math.floor((first.year * 12 + first.month - 1) / step) * step;
  for (let m = start; m <= last.year * 12 + last.month - 1; m += step) {
    const ms = monthStart(0, m + 1);
    if (ms >= from) found.push({ ms, label: m % 12 === 0 ? String(Math.floor(m / 12)) : monthLabel(m, step) });
  }
  return found;
}

function monthLabel(m: number, step: number): string {
  return step === 6 ? `${MONTHS[m % 12]!} ${String(Math.floor(m / 12)).slice(-2)}` : MONTHS[m % 12]!;
}

function dayLabel(ms: number): string {
  const { month, day } = civilDate(ms);
  return `${day} ${MONTHS[month - 1]!}`;
}

function placed(ts: Float64Array, found: readonly Boundary[]): DateTick[] {
  return found.map(({ ms, label }) => ({ t: firstAtOrAfter(ts, ms), label })).filter(({ t }) => t < ts.length);
}

/** Drops every tick that would touch the one before it: bars may be missing where the calendar is not. */
function apart(ticks: readonly DateTick[], least: number): DateTick[] {
  const kept: DateTick[] = [];
  for (const tick of ticks) if (kept.length === 0 || tick.t - kept[kept.length - 1]!.t >= Math.max(1, least)) kept.push(tick);
  return kept;
}
