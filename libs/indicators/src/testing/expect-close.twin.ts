import { expect } from '@jest/globals';

/**
 * Fails unless both columns are undefined at the same bars and elsewhere within `tolerance` of the larger of |expected| and `scale`.
 * `scale` is the size below which a value is rounding noise of the terms it is made of.
 */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, { tolerance = 1e-9, scale = 0 } = {}): void {
  expect(actual.length).toBe(expected.length);
  for (let t = 0; t < actual.length; t++) {
    const got = actual[t]!;
    const want = expected[t]!;
    const isClose = Object.is(got, want) || Math.abs(got - want) <= tolerance * Math.max(Math.abs(want), scale);
    if (!isClose) expect({ t, value: got }).toEqual({ t, value: want });
  }
}

/** fill(t) from bar `first` on, NaN before: how a naive twin writes a column. */
export function columnFrom(length: number, first: number, fill: (t: number) => number): number[] {
  return Array.from({ length }, (_, t) => (t < first ? NaN : fill(t)));
}

/** The `window` values that end at bar t. */
export function windowAt(values: ArrayLike<number>, t: number, window: number): number[] {
  return Array.from({ length: window }, (_, i) => values[t - window + 1 + i]!);
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
