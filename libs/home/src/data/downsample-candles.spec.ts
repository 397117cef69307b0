import { describe, expect, test } from '@jest/globals';
import { type Candles, checkCandles, testCandles } from '@projecta/candles';
import fc from 'fast-check';
import { bucketStarts, downsampleCandles, lastOfBuckets } from './downsample-candles.js';

const series = testCandles('1m', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2));
const first = (n: number): Candles => {
  const { ts, open, high, low, close, volume } = series;
  const cut = (column: Float64Array): Float64Array => column.slice(0, n);
  return { ts: cut(ts), open: cut(open), high: cut(high), low: cut(low), close: cut(close), volume: cut(volume!), vwap: cut(close) };
};
const sizes = { bars: fc.integer({ min: 1, max: 1440 }), points: fc.integer({ min: 1, max: 500 }) };

describe('downsampleCandles', () => {
  test('has at most so many points, and exactly so many where there are more bars', () => {
    fc.assert(
      fc.property(sizes.bars, sizes.points, (bars, points) => {
        expect(downsampleCandles(first(bars), points).ts).toHaveLength(Math.min(bars, points));
      }),
    );
  });

  test('keeps the first open, the last close, the extremes, the volume, and sound candles in the order of time', () => {
    fc.assert(
      fc.property(sizes.bars, sizes.points, (bars, points) => {
        const whole = first(bars);
        const few = downsampleCandles(whole, points);
        expect([few.ts[0], few.open[0], few.close.at(-1)]).toEqual([whole.ts[0], whole.open[0], whole.close.at(-1)]);
        expect(Math.max(...few.high)).toBe(Math.max(...whole.high));
        expect(Math.min(...few.low)).toBe(Math.min(...whole.low));
        const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0);
        expect(sum(few.volume!)).toBe(sum(whole.volume!)); // whole numbers: exact
        expect(() => checkCandles(few, 'few')).not.toThrow();
      }),
    );
  });

  test('a point is the bars of its bucket as one', () => {
    const few = downsampleCandles(first(4), 2);
    const { ts, open, high, low, close, volume } = series;
    expect(few).toMatchObject({
      ts: Float64Array.of(ts[0]!, ts[2]!),
      open: Float64Array.of(open[0]!, open[2]!),
      high: Float64Array.of(Math.max(high[0]!, high[1]!), Math.max(high[2]!, high[3]!)),
      low: Float64Array.of(Math.min(low[0]!, low[1]!), Math.min(low[2]!, low[3]!)),
      close: Float64Array.of(close[1]!, close[3]!),
      volume: Float64Array.of(volume![0]! + volume![1]!, volume![2]! + volume![3]!),
    });
    expect(few.vwap![0]).toBe((close[0]! * volume![0]! + close[1]! * volume![1]!) / (volume![0]! + volume![1]!));
  });

  test('vwap without volume is the plain mean', () => {
    const { volume: _, ...prices } = first(2);
    expect(downsampleCandles(prices, 1).vwap![0]).toBe((series.close[0]! + series.close[1]!) / 2);
  });

  test('no more bars than points come back as they are, none as none', () => {
    const whole = first(10);
    expect(downsampleCandles(whole, 10)).toBe(whole);
    expect(downsampleCandles(first(0), 10).ts).toHaveLength(0);
  });
});

test('buckets cover every row once, none is empty, and their sizes differ by at most one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1000 }), (rows, points) => {
      const starts = bucketStarts(rows, points);
      const widths = Array.from(starts.subarray(1), (end, i) => end - starts[i]!);
      expect([starts[0], starts.at(-1)]).toEqual([0, rows]);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    }),
  );
  expect(lastOfBuckets(Float64Array.of(1, 2, 3, 4), bucketStarts(4, 2))).toEqual(Float64Array.of(2, 4));
});
