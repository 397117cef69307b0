import { ProjectaError, quote, type ErrorCode } from '@projecta/errors';
import { FIRST_INSTANT, isInstant, LAST_INSTANT } from './format-instant.js';
import { readIso } from './read-iso.js';

const FORMS = 'Write a date such as 2024-01-31, an instant with a zone such as 2024-01-31T09:30:00Z, or epoch milliseconds as a number.';

/**
 * Epoch milliseconds of a date (`YYYY-MM-DD`, midnight UTC), an ISO 8601 instant with a zone (`Z` or `±hh:mm`), or of epoch milliseconds themselves.
 * `field` is the value's JSON pointer. Throws WRONG_TYPE for what is none of these, OUT_OF_RANGE for a day or time that does not exist.
 */
export function parseInstant(value: string | number, field: string): number {
  if (typeof value === 'number') return checkedMs(value, field);
  if (typeof value !== 'string') throw refusal('WRONG_TYPE', field, `${quote(value)} is not an instant. ${FORMS}`);
  const reading = readIso(value);
  if (reading.kind === 'no_date') throw refusal('OUT_OF_RANGE', field, `${quote(value)} is a day that the calendar does not have.`);
  if (reading.kind === 'no_time')
    throw refusal('OUT_OF_RANGE', field, `${quote(value)} is a time of day that does not exist: 00:00:00 to 23:59:59.`);
  if (reading.kind === 'too_fine') throw refusal('OUT_OF_RANGE', field, `${quote(value)} is finer than a millisecond.`);
  if (reading.kind === 'not_iso' || value[10] === ' ') throw refusal('WRONG_TYPE', field, `${quote(value)} is not an instant. ${FORMS}`);
  if (reading.kind === 'time' && !reading.zoned) {
    throw refusal('WRONG_TYPE', field, `${quote(value)} has no zone. Append Z for UTC, or an offset such as +01:00.`);
  }
  return checkedMs(reading.ms, field, value);
}

function checkedMs(ms: number, field: string, written: string | number = ms): number {
  if (!Number.isInteger(ms)) throw refusal('WRONG_TYPE', field, `${quote(written)} is not a whole number of epoch milliseconds.`);
  if (!isInstant(ms))
    throw refusal('OUT_OF_RANGE', field, `${quote(written)} lies outside the years 0000 to 9999 (${FIRST_INSTANT} to ${LAST_INSTANT} ms).`);
  return ms === 0 ? 0 : ms; // -0 is the epoch
}

function refusal(code: ErrorCode, field: string, text: string): ProjectaError {
  const message = `${field}: ${text}`;
  return new ProjectaError(code, message, [{ path: field, code, message }]);
}
