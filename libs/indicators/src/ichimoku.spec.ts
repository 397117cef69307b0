import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, windowAt } from './testing/expect-close.twin.js';
import { ichimoku } from './ichimoku.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('has no lagging line: it is the future', () => {
  expect(ichimoku.outputs).toEqual(['conversion', 'base', 'span_a', 'span_b']);
});

test('of a constant is that constant, each line from its own bar on', () => {
  const columns = computeOn(ichimoku, barsOf(new Array(90).fill([3, 1, 2] as const)));
  const first = { conversion: 8, base: 25, span_a: 51, span_b: 77 };
  for (const output of ichimoku.outputs) expect([...columns[output]]).toEqual(columnFrom(90, first[output], () => 2));
});

test('D7: the spans at t are those of t − displacement', () => {
  const small = fc.integer({ min: 1, max: 15 });
  fc.assert(
    fc.property(
      randomCandles(),
      small,
      small,
      small,
      fc.integer({ min: 0, max: 15 }),
      (candles, conversion, base, span_b, displacement) => {
        const n = candles.ts.length;
        const middle = (t: number, window: number) =>
          (Math.max(...windowAt(candles.high, t, window)) + Math.min(...windowAt(candles.low, t, window))) / 2;
        const columns = computeOn(ichimoku, candles, { conversion, base, span_b, displacement });
        const from = displacement - 1;
        expect([...columns.conversion]).toEqual(columnFrom(n, conversion - 1, (t) => middle(t, conversion)));
        expect([...columns.base]).toEqual(columnFrom(n, base - 1, (t) => middle(t, base)));
        expect([...columns.span_b]).toEqual(columnFrom(n, span_b + from, (t) => middle(t - displacement, span_b)));
        expect([...columns.span_a]).toEqual(
          columnFrom(
            n,
            Math.max(conversion, base) + from,
            (t) => (middle(t - displacement, conversion) + middle(t - displacement, base)) / 2,
          ),
        );
      },
    ),
    RUNS,
  );
});
