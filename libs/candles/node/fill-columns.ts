import { csvTime, epochMs, timeProblem } from '@projecta/candles';
import { quote } from '@projecta/errors';

/** A stretch of one decoded Parquet column: a typed array, or a list with nulls, dates, bigints or texts. */
export type Stretch = ArrayLike<unknown>;

/** Told of each cell that cannot be read: its row, from 0, and why. */
export type Report = (row: number, text: string) => void;

/** Copies numbers into `out` from `row` on; a null, a text or an integer beyond 2^53 is reported. */
export function fillNumbers(out: Float64Array, row: number, stretch: Stretch, report: Report): void {
  if (Object.prototype.toString.call(stretch) === '[object Float64Array]') {
    out.set(stretch as Float64Array, row);
    return;
  }
  for (let i = 0; i < stretch.length; i++) {
    const value = numberOf(stretch[i]);
    if (value === undefined) report(row + i, `${shown(stretch[i])} is not a number.`);
    out[row + i] = value ?? NaN;
  }
}

/** Copies times as epoch ms into `out` from `row` on: dates and timestamps as they are, integers by their size (s, ms, µs, ns), texts as in CSV. */
export function fillTimes(out: Float64Array, row: number, stretch: Stretch, report: Report): void {
  for (let i = 0; i < stretch.length; i++) {
    const ms = timeOf(stretch[i]);
    if (ms !== ms) report(row + i, timeReason(stretch[i]));
    out[row + i] = ms;
  }
}

/** A timestamp that is no whole number of milliseconds comes as an invalid Date. */
export const EXACT_TIMES = {
  timestampFromMilliseconds: (ms: bigint): Date => new Date(Number(ms)),
  timestampFromMicroseconds: (us: bigint): Date => exactDate(us, 1000n),
  timestampFromNanoseconds: (ns: bigint): Date => exactDate(ns, 1_000_000n),
};

function exactDate(units: bigint, perMs: bigint): Date {
  return new Date(units % perMs === 0n ? Number(units / perMs) : NaN);
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'bigint') return undefined;
  return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
}

/** From here on an integer is nanoseconds: as microseconds it would lie beyond the year 5138. */
const NANOSECONDS_FROM = 1e17;

function timeOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'bigint')
    return Math.abs(Number(value)) >= NANOSECONDS_FROM ? exactDate(value, 1_000_000n).getTime() : epochMs(Number(value));
  if (typeof value === 'number') return Math.abs(value) >= NANOSECONDS_FROM ? NaN : epochMs(value);
  return typeof value === 'string' ? csvTime(value.trim()) : NaN;
}

function timeReason(value: unknown): string {
  if (value instanceof Date || typeof value === 'bigint' || typeof value === 'number') {
    return `${value instanceof Date ? 'the timestamp' : quote(value)} is not a whole number of milliseconds.`;
  }
  return typeof value === 'string' ? timeProblem(value.trim()) : `${shown(value)} is not a time.`;
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'null' : quote(value);
}
