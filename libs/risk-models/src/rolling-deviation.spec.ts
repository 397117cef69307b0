import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rollingDeviation } from './rolling-deviation.js';

const CLOSE = Float64Array.from({ length: 120 }, (_, t) => 100 + ((t * 7919) % 101) / 10);

describe('rollingDeviation', () => {
  test('gives the same bits whatever was asked before: forwards, backwards, leaping', () => {
    const bars = fc.array(fc.integer({ min: 9, max: CLOSE.length - 1 }), { minLength: 1, maxLength: 60 });
    const forwards = rollingDeviation(CLOSE, 9);
    const expected = Float64Array.from(CLOSE, (_, t) => (t < 9 ? NaN : forwards(t)));
    fc.assert(
      fc.property(bars, (order) => {
        const deviation = rollingDeviation(CLOSE, 9);
        for (const t of order) expect(deviation(t)).toBe(expected[t]);
      }),
      { seed: 13 },
    );
  });

  test('is exactly 0 for equal returns at every position in a block, after a wild block too', () => {
    for (const count of [2, 3, 7]) {
      const deviation = rollingDeviation(
        Float64Array.from({ length: 60 }, (_, t) => (t < 20 ? CLOSE[t]! : 3 * 2 ** t)),
        count,
      );
      for (let t = count; t < 60; t++) expect(deviation(t) === 0).toBe(t >= 20 + count);
    }
  });

  test('keeps a tiny deviation beside a huge common return', () => {
    // Returns of 1e6 and 1e6·(1 ± 1e-9): the deviation is 1e-3·√(2/3 · 3/2) to the bits that the prices themselves hold.
    const close = [1e-20];
    for (const factor of [1, 1 + 1e-9, 1 - 1e-9]) close.push(close.at(-1)! * (1 + 1e6 * factor));
    expect(rollingDeviation(Float64Array.from(close), 3)(3)).toBeCloseTo(1e-3, 8);
  });
});
