import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How long a session lasts, in seconds. */
export const SESSION_S = 30 * 24 * 3600;

export const SESSION_COOKIE = 'projecta_session';

/** Compares in a time that depends on neither text. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** What the cookie holds: when it ends, signed with the token, which it does not reveal. A changed token ends every session. */
export function sessionValue(token: string, ends_s: number): string {
  return `${ends_s}.${createHmac('sha256', token).update(`projecta session until ${ends_s}`).digest('base64url')}`;
}

/** Whether a cookie's value is one that was given out and has not ended; `now_s` in epoch seconds. */
export function isSession(value: string, token: string, now_s: number): boolean {
  const ends_s = Number(value.split('.')[0]);
  return Number.isSafeInteger(ends_s) && ends_s > now_s && isSame(value, sessionValue(token, ends_s));
}
