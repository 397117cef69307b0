import type { Numbers } from './number-kernels.js';

/** Three-valued conditions, one a bar: 1 true, −1 false, 0 unknown. So `and` is the smaller, `or` the larger, `not` the sign turned. */
export type Truths = Int8Array;

// Comparisons: an undefined value passes neither test and leaves 0, unknown. Differences of tests and no branches:
// on prices that a branch predictor cannot guess, `a < b ? 1 : a >= b ? -1 : 0` takes 2 to 3 times as long.

export function less(x: Numbers, y: Numbers, out: Truths): void {
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    out[t] = Number(a < b) - Number(a >= b);
  }
}

export function lessOrEqual(x: Numbers, y: Numbers, out: Truths): void {
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    out[t] = Number(a <= b) - Number(a > b);
  }
}

export function equal(x: Numbers, y: Numbers, out: Truths): void {
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    out[t] = Number(a === b) - Number(a < b) - Number(a > b);
  }
}

/** x was at or below y on the bar before and is above it now: `x[1] <= y[1] and x > y`. */
export function crosses(x: Numbers, y: Numbers, out: Truths): void {
  let wasBelow = 0; // the same three values; before the first bar it is unknown
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    const isBelow = Number(a <= b) - Number(a > b);
    const isAbove = -isBelow;
    out[t] = wasBelow < isAbove ? wasBelow : isAbove;
    wasBelow = isBelow;
  }
}

export function and(x: Truths, y: Truths, out: Truths): void {
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    out[t] = a < b ? a : b;
  }
}

export function or(x: Truths, y: Truths, out: Truths): void {
  for (let t = 0; t < out.length; t++) {
    const a = x[t]!;
    const b = y[t]!;
    out[t] = a > b ? a : b;
  }
}

/** x turned round; y is not looked at. */
export function not(x: Truths, _y: Truths, out: Truths): void {
  for (let t = 0; t < out.length; t++) out[t] = -x[t]!;
}

export interface RuleTruths {
  readonly long: Truths;
  readonly short: Truths;
  readonly exit: Truths;
}

/** The opinions of a rule set: 0 where `exit` is true; else +1 where `long` is, −1 where `short` is; where both are, and where none is, no opinion. */
export function decide({ long, short, exit }: RuleTruths, out: Float64Array): void {
  for (let t = 0; t < out.length; t++) {
    const side = Number(long[t]! > 0) - Number(short[t]! > 0);
    out[t] = exit[t]! > 0 ? 0 : side === 0 ? NaN : side;
  }
}
