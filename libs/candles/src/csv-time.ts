import { quote } from '@projecta/errors';
import { isInstant } from './format-instant.js';
import { epochMs } from './epoch.js';
import { parseDecimal } from './parse-decimal.js';
import { readIso, readTime } from './read-iso.js';

const FORMS = 'Write 2024-01-31, 2024-01-31 09:30:00, an instant with a zone, or an epoch in s, ms or µs.';

/** Epoch ms of a time cell, or NaN where it cannot be read; `timeProblem` then says why. */
export function csvTime(cell: string): number {
  const epoch = parseDecimal(cell, 0, cell.length);
  if (epoch === epoch) return inRange(epochMs(epoch));
  const reading = readIso(cell);
  return reading.kind === 'date' || reading.kind === 'time' ? inRange(reading.ms) : NaN;
}

/** Epoch ms of a date cell and a time-of-day cell. */
export function csvDateAndTime(date: string, time: string): number {
  const day = readIso(date);
  if (day.kind !== 'date') return NaN;
  const reading = readTime(time, 0, day.ms);
  return reading.kind === 'time' ? inRange(reading.ms) : NaN;
}

/** Why a time cell cannot be read, and what to write instead. */
export function timeProblem(cell: string): string {
  if (cell === '') return 'the cell is empty.';
  const epoch = parseDecimal(cell, 0, cell.length);
  if (epoch === epoch) return epochProblem(cell, epoch);
  const { kind } = readIso(cell);
  if (kind === 'no_date') return `${quote(cell)} is a day that the calendar does not have.`;
  if (kind === 'no_time') return `${quote(cell)} is a time of day that does not exist.`;
  if (kind === 'too_fine') return `${quote(cell)} is finer than a millisecond.`;
  if (kind === 'date' || kind === 'time') return `${quote(cell)} lies outside the years 0000 to 9999.`;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(cell)) return `${quote(cell)} could be read day first or month first. ${FORMS}`;
  return `${quote(cell)} is not a time. ${FORMS}`;
}

function epochProblem(cell: string, epoch: number): string {
  const ms = epochMs(epoch);
  if (ms !== ms) return `${quote(cell)} is finer than a millisecond.`;
  return `${quote(cell)} lies outside the years 0000 to 9999 (an epoch is read in s, from 1e11 in ms, from 1e14 in µs; nanoseconds are not).`;
}

function inRange(ms: number): number {
  return isInstant(ms) ? ms : NaN;
}
