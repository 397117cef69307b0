import { add, emptySum, tailOf } from './exact-sum.js';
import { roundedQuotient } from './rounded-quotient.js';
import type { Span } from './span.js';

/** Bars between renormalisations: the two running sums then stay one addition long, which is what makes it fast. */
const BLOCK = 64;
/** Bars a call of the loop: whole blocks. */
const STRETCH = 16 * BLOCK;
const SPLITTER = 134217729;
/** The low part may grow to this share of the high one before the quotient's rounding would notice. */
const LOOSE = 1 / 1048576;

/**
 * Fills out[t] with the correctly rounded mean of the `window` values that end at t, from bar from + window − 1 on.
 * The running sum is a double-double and as a rule without any error: prices need few of its 106 bits.
 * Where values span more bits than it holds, an error would stay in it for good; then the sum at the end differs from a fresh one and all is redone exactly.
 */
export function movingMean(x: Float64Array, out: Float64Array, span: Span): void {
  const { from, to, window } = span;
  const first = from + window - 1;
  if (first >= to) return;
  let hi = 0;
  let lo = 0;
  for (let t = from; t <= first; t++) {
    const value = x[t]!;
    const sum = hi + value;
    const part = sum - hi;
    lo += hi - (sum - part) + (value - part);
    hi = sum;
  }
  out[first] = roundedQuotient(hi, lo, window);
  const running = Float64Array.of(hi, lo);
  for (let start = first + 1; start < to; start += STRETCH) slide(running, x, out, window, start, Math.min(start + STRETCH, to));
  if (!isSumOf(running[0]!, running[1]!, x, to - window, to)) meanInParts(x, out, span);
}

/** Moves the running sum over bars [from, to), a call a stretch: as one loop for all bars it was compiled in its middle, and thrown away at its end. */
function slide(running: Float64Array, x: Float64Array, out: Float64Array, window: number, from: number, to: number): void {
  let hi = running[0]!;
  let lo = running[1]!;
  const inverse = 1 / window;
  for (let start = from; start < to; start += BLOCK) {
    const normal = hi + lo;
    const small = normal - hi;
    lo = hi - (normal - small) + (lo - small);
    hi = normal;
    const end = Math.min(start + BLOCK, to);
    for (let t = start; t < end; t++) {
      const entering = x[t]!;
      const leaving = x[t - window]!;
      const change = entering - leaving;
      const taken = change - entering;
      const changeError = entering - (change - taken) - (leaving + taken);
      const sum = hi + change;
      const part = sum - hi;
      lo += hi - (sum - part) + (change - part) + changeError;
      hi = sum;
      if (Math.abs(lo) > Math.abs(hi) * LOOSE) {
        // Values of both signs have cancelled each other.
        const normal = hi + lo;
        const small = normal - hi;
        lo = hi - (normal - small) + (lo - small);
        hi = normal;
      }
      // roundedQuotient by hand, with a reciprocal for the first guess.
      const quotient = hi * inverse;
      const scaled = quotient * SPLITTER;
      const upper = scaled - (scaled - quotient);
      const remainder = hi - upper * window - (quotient - upper) * window + lo;
      out[t] = quotient + remainder / window;
    }
  }
  running[0] = hi;
  running[1] = lo;
}

function isSumOf(hi: number, lo: number, x: Float64Array, from: number, to: number): boolean {
  const difference = emptySum();
  add(difference, hi);
  add(difference, lo);
  for (let t = from; t < to; t++) add(difference, -x[t]!);
  return difference.count === 0;
}

function meanInParts(x: Float64Array, out: Float64Array, { from, to, window }: Span): void {
  const sum = emptySum();
  for (let t = from; t < to; t++) {
    add(sum, x[t]!);
    if (t >= from + window) add(sum, -x[t - window]!);
    if (t >= from + window - 1) out[t] = sum.count === 0 ? 0 : roundedQuotient(sum.parts[sum.count - 1]!, tailOf(sum), window);
  }
}
