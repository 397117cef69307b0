import { ProjectaError, quote } from '@projecta/errors';

/** 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z: what four digits of a year can write. */
export const FIRST_INSTANT = -62_167_219_200_000;
export const LAST_INSTANT = 253_402_300_799_999;

/** Whether epoch ms can be written as `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST_INSTANT && ms <= LAST_INSTANT;
}

/** `YYYY-MM-DDTHH:MM:SS.sssZ` of epoch milliseconds. Throws OUT_OF_RANGE outside the years 0000 to 9999. */
export function formatInstant(ms: number): string {
  if (!isInstant(ms)) throw new ProjectaError('OUT_OF_RANGE', `${quote(ms)} ms is not an instant of the years 0000 to 9999.`);
  return new Date(ms).toISOString();
}
