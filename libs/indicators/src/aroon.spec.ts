import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aroon } from './aroon.js';
import { barsOf, computeOn } from './testing/compute-on.twin.js';
import { columnFrom, expectClose, windowAt } from './testing/expect-close.twin.js';
import { randomCandles, RUNS } from './testing/random-candles.twin.js';

test('is 100 for an extreme now and 0 for one `window` bars ago', () => {
  const bars = barsOf([
    [9, 1, 5],
    [5, 2, 5],
    [6, 3, 5],
    [7, 0, 5],
  ]);
  const { up, down, oscillator } = computeOn(aroon, bars, { window: 2 });
  expect([[...up], [...down], [...oscillator]]).toEqual([
    [NaN, NaN, 0, 100],
    [NaN, NaN, 0, 100],
    [NaN, NaN, 0, 0],
  ]);
});

test('of a constant is 100: of equal extremes the latest counts', () => {
  const { up, down } = computeOn(aroon, barsOf(new Array(40).fill([3, 2, 2.5] as const)));
  expect([up[39], down[39]]).toEqual([100, 100]);
});

test('counts the bars since the latest extreme of window + 1 bars', () => {
  fc.assert(
    fc.property(randomCandles(), fc.integer({ min: 1, max: 25 }), (candles, window) => {
      const age = (values: number[], extreme: number) => values.length - 1 - values.lastIndexOf(extreme);
      const percent = (bars: number) => (100 * (window - bars)) / window;
      const up = (t: number) => percent(age(windowAt(candles.high, t, window + 1), Math.max(...windowAt(candles.high, t, window + 1))));
      const down = (t: number) => percent(age(windowAt(candles.low, t, window + 1), Math.min(...windowAt(candles.low, t, window + 1))));
      const columns = computeOn(aroon, candles, { window });
      const n = candles.ts.length;
      expect([...columns.up]).toEqual(columnFrom(n, window, up));
      expect([...columns.down]).toEqual(columnFrom(n, window, down));
      expectClose(
        columns.oscillator,
        columnFrom(n, window, (t) => up(t) - down(t)),
        { tolerance: 1e-13, scale: 100 },
      );
    }),
    RUNS,
  );
});
