import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeOnSeries } from './testing/compute-on.twin.js';
import { expectClose, sum } from './testing/expect-close.twin.js';
import { macd } from './macd.js';
import { randomSeries, RUNS } from './testing/random-candles.twin.js';

test('of a straight line is the difference of the two lags, without a histogram', () => {
  const { macd: line, histogram } = computeOnSeries(
    macd,
    Array.from({ length: 60 }, (_, t) => 100 + t),
    { fast: 3, slow: 7, signal: 3 },
  );
  expectClose(line.subarray(8), new Array(52).fill(2), { tolerance: 1e-12 });
  expectClose(histogram.subarray(8), new Array(52).fill(0), { tolerance: 1e-12, scale: 1 });
});

test('D2: of a constant all three are 0', () => {
  const columns = computeOnSeries(macd, new Array(100).fill(0.1));
  for (const column of Object.values(columns)) expect(column.subarray(33).every((value) => value === 0)).toBe(true);
});

test('D4: both averages start at bar slow − 1, the fast one from the values that end there, and all outputs at slow + signal − 2', () => {
  fc.assert(
    fc.property(
      randomSeries(),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 10, max: 20 }),
      fc.integer({ min: 1, max: 9 }),
      (series, fast, slow, signal) => {
        const params = { fast, slow, signal };
        const average = (values: number[], window: number) => {
          const averages = [sum(values.slice(0, window)) / window];
          for (const value of values.slice(window)) averages.push(averages.at(-1)! + (2 / (window + 1)) * (value - averages.at(-1)!));
          return averages;
        };
        const values = [...series];
        const steady = values.length < slow ? [] : average(values, slow);
        const quick = values.length < slow ? [] : average(values.slice(slow - fast), fast);
        const line = steady.map((value, i) => quick[i]! - value);
        const signalLine = line.length < signal ? [] : average(line, signal);
        const late = Math.min(slow + signal - 2, series.length);
        const padded = (column: number[]) => [...new Array(late).fill(NaN), ...column];
        const columns = computeOnSeries(macd, series, params);
        const scale = (series[0] ?? 1) * 0.01;
        expectClose(columns.macd, padded(line.slice(signal - 1)), { scale });
        expectClose(columns.signal, padded(signalLine), { scale });
        expectClose(columns.histogram, padded(signalLine.map((value, i) => line[i + signal - 1]! - value)), { scale });
      },
    ),
    RUNS,
  );
});

test('fast not below slow is refused', () => {
  expect(() => computeOnSeries(macd, [1], { fast: 26 })).toThrow('Indicator macd');
});
