export const DAY_MS = 86_400_000;

/** A day of the proleptic Gregorian calendar, UTC. */
export interface CivilDate {
  readonly year: number;
  /** 1 … 12. */
  readonly month: number;
  /** 1 … 31. */
  readonly day: number;
}

/** The civil date of an instant (epoch ms, UTC). Years begin in March inside, so that the leap day is the last of its year. */
export function civilDate(ms: number): CivilDate {
  const shifted = Math.floor(ms / DAY_MS) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Midnight UTC (epoch ms) of the first day of a month; months count on beyond 12 and below 1. */
export function monthStart(year: number, month: number): number {
  const months = year * 12 + month - 1;
  return daysFromCivil(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1) * DAY_MS;
}

function daysFromCivil(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}
