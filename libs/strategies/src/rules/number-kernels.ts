/** Numbers, one a bar, NaN while undefined. */
export type Numbers = Float64Array;

// `v - v` is 0 for finite numbers and NaN for all others: what overflows is undefined, as x/0 is.
// The test `v - v === 0 ? v : NaN` does the same and takes 4 to 6 times as long.

export function add(x: Numbers, y: Numbers, out: Numbers): void {
  for (let t = 0; t < out.length; t++) {
    const v = x[t]! + y[t]!;
    out[t] = v + (v - v);
  }
}

export function subtract(x: Numbers, y: Numbers, out: Numbers): void {
  for (let t = 0; t < out.length; t++) {
    const v = x[t]! - y[t]!;
    out[t] = v + (v - v);
  }
}

export function multiply(x: Numbers, y: Numbers, out: Numbers): void {
  for (let t = 0; t < out.length; t++) {
    const v = x[t]! * y[t]!;
    out[t] = v + (v - v);
  }
}

export function divide(x: Numbers, y: Numbers, out: Numbers): void {
  for (let t = 0; t < out.length; t++) {
    const v = x[t]! / y[t]!;
    out[t] = v + (v - v);
  }
}
