import { daysFromCivil, isCivilDate } from './civil-date.js';

/** What an ISO text says, or why it says nothing. `zoned` is false where no zone is written (a plain date has none). */
export type IsoReading =
  | { readonly kind: 'date' | 'time'; readonly ms: number; readonly zoned: boolean }
  | { readonly kind: 'no_date' }
  | { readonly kind: 'no_time' }
  | { readonly kind: 'too_fine' }
  | { readonly kind: 'not_iso' };

const MINUTE = 60_000;

/**
 * Reads `YYYY-MM-DD` or `YYYY-MM-DD` + (`T` or a blank) + `hh:mm[:ss[.fraction]]` + optional `Z`, `±hh:mm`; a time without a zone is taken as UTC.
 * Character by character: it reads a million CSV cells, so it makes no substrings and no regular expression runs.
 */
export function readIso(text: string): IsoReading {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0 || text[4] !== '-' || text[7] !== '-') return { kind: 'not_iso' };
  if (!isCivilDate(year, month, day)) return { kind: 'no_date' };
  const midnight = daysFromCivil(year, month, day) * 1440 * MINUTE;
  if (text.length === 10) return { kind: 'date', ms: midnight, zoned: false };
  if (text[10] !== 'T' && text[10] !== ' ') return { kind: 'not_iso' };
  return readTime(text, 11, midnight);
}

/** Reads `hh:mm[:ss[.fraction]]` and an optional zone from `at` to the end of the text, on the day that begins at `midnight`. */
export function readTime(text: string, at: number, midnight: number): IsoReading {
  const hour = digits(text, at, 2);
  const minute = digits(text, at + 3, 2);
  if (hour < 0 || minute < 0 || text[at + 2] !== ':') return { kind: 'not_iso' };
  let end = at + 5;
  let second = 0;
  let milliseconds = 0;
  if (text[end] === ':') {
    second = digits(text, end + 1, 2);
    if (second < 0) return { kind: 'not_iso' };
    end += 3;
    if (text[end] === '.') {
      const fraction = fractionEnd(text, end + 1);
      if (fraction === end + 1) return { kind: 'not_iso' };
      milliseconds = fractionMs(text, end + 1, fraction);
      end = fraction;
    }
  }
  const zone = zoneMinutes(text, end);
  if (zone === undefined) return { kind: 'not_iso' };
  if (hour > 23 || minute > 59 || second > 59) return { kind: 'no_time' };
  if (milliseconds < 0) return { kind: 'too_fine' };
  const ms = midnight + (hour * 60 + minute - zone) * MINUTE + second * 1000 + milliseconds;
  return { kind: 'time', ms, zoned: end < text.length };
}

/** The number written in `count` digits at `at`, or −1. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function fractionEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}

/** Whole milliseconds of a fraction of a second, −1 where it is finer than that. */
function fractionMs(text: string, from: number, to: number): number {
  let ms = 0;
  for (let i = 0; i < 3; i++) ms = ms * 10 + (from + i < to ? text.charCodeAt(from + i) - 48 : 0);
  for (let i = from + 3; i < to; i++) if (text[i] !== '0') return -1;
  return ms;
}

/** Minutes east of UTC, 0 where nothing is written, undefined where something else is. */
function zoneMinutes(text: string, at: number): number | undefined {
  if (at === text.length) return 0;
  if (text[at] === 'Z') return at + 1 === text.length ? 0 : undefined;
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : 0;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if (sign === 0 || hours < 0 || minutes < 0 || text[at + 3] !== ':' || text.length !== at + 6 || hours > 23 || minutes > 59)
    return undefined;
  return sign * (hours * 60 + minutes);
}
