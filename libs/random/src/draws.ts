import { ProjectaError, quote } from '@projecta/errors';
import { normalQuantile } from '@projecta/numeric';

/** Up to here x·m is exact in a double for every output x. */
export const EXACT_PRODUCT = 2_097_152; // 2^21
export const TO_UNIT = 1.1102230246251565e-16; // 2^-53
export const LEAST = 5.551115123125783e-17; // 2^-54: what u = 0 counts as (§8)
export const FROM_2_32 = 2.3283064365386963e-10; // 2^-32

/** One draw each, on a state of four words. */

export function next(state: Int32Array): number {
  const s0 = state[0]!;
  const s1 = state[1]!;
  const s3 = state[3]!;
  const sum = (s0 + s3) | 0;
  const t2 = state[2]! ^ s0;
  const t3 = s3 ^ s1;
  state[0] = s0 ^ t3;
  state[1] = s1 ^ t2;
  state[2] = t2 ^ (s1 << 9);
  state[3] = (t3 << 11) | (t3 >>> 21);
  return (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
}

export function uniform(state: Int32Array): number {
  const a = next(state) >>> 5;
  return (a * 67_108_864 + (next(state) >>> 6)) * TO_UNIT;
}

/** Lemire (2019): multiply and shift, with the few outputs drawn again that would favour some values. */
export function below(state: Int32Array, m: number): number {
  if ((m | 0) !== m || m < 1 || m > EXACT_PRODUCT) return belowLarge(state, m);
  let product = next(state) * m;
  let low = product >>> 0; // product mod 2^32
  // 2^32 mod m is less than m, so the slow remainder is due only when low is.
  if (low < m) {
    const threshold = 4_294_967_296 % m;
    while (low < threshold) {
      product = next(state) * m;
      low = product >>> 0;
    }
  }
  return (product - low) * FROM_2_32;
}

export function belowLarge(state: Int32Array, m: number): number {
  if (Number.isSafeInteger(m) && m >= 1) return Math.floor(uniform(state) * m);
  throw new ProjectaError(
    'OUT_OF_RANGE',
    `A random integer below ${quote(m)} is asked for; the bound must be an integer from 1 to 2^53 − 1.`,
  );
}

export function normal(state: Int32Array): number {
  const u = uniform(state);
  return normalQuantile(u === 0 ? LEAST : u);
}
