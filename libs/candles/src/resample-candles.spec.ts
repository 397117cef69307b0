import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candles } from './candles.js';
import { checkCandles } from './check-candles.js';
import { resampleCandles } from './resample-candles.js';
import { selectCandles } from './select-candles.js';
import { sliceCandles } from './slice-candles.js';
import { arbitraryCandles } from './testing/arbitrary-candles.twin.js';
import { testCandles } from './test-candles.js';
import { TIMEFRAMES, timeframeMs, type Timeframe } from './timeframe.js';

const DAY = 86_400_000;

/** Written the slow way: calendar arithmetic by Date, one list of bars a bin. */
function naiveResample(candles: Candles, timeframe: Timeframe): number[][] {
  const bins = new Map<number, number[]>();
  candles.ts.forEach((ts, t) => {
    const bin = naiveBin(ts, timeframe);
    bins.set(bin, [...(bins.get(bin) ?? []), t]);
  });
  return [...bins].map(([bin, bars]) => {
    const of = (column: Float64Array): number[] => bars.map((t) => column[t]!);
    const row = [bin, of(candles.open)[0]!, Math.max(...of(candles.high)), Math.min(...of(candles.low)), of(candles.close).at(-1)!];
    const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
    if (candles.volume) row.push(sum(of(candles.volume)));
    if (!candles.vwap) return row;
    const weights = candles.volume ? of(candles.volume) : [0];
    const vwap = of(candles.vwap);
    row.push(sum(weights) > 0 ? sum(vwap.map((price, i) => price * weights[i]!)) / sum(weights) : sum(vwap) / vwap.length);
    return row;
  });
}

function naiveBin(ts: number, timeframe: Timeframe): number {
  const date = new Date(ts);
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  if (timeframe === '1w') return midnight - ((date.getUTCDay() + 6) % 7) * DAY;
  if (timeframe === '1d') return midnight;
  const minutes = timeframeMs(timeframe) / 60_000;
  const minuteOfDay = date.getUTCHours() * 60 + date.getUTCMinutes();
  return midnight + (minuteOfDay - (minuteOfDay % minutes)) * 60_000;
}

const rowsOf = (candles: Candles): number[][] =>
  Array.from(candles.ts, (ts, t) => [
    ts,
    candles.open[t]!,
    candles.high[t]!,
    candles.low[t]!,
    candles.close[t]!,
    ...(candles.volume ? [candles.volume[t]!] : []),
    ...(candles.vwap ? [candles.vwap[t]!] : []),
  ]);

const bars = (start: number, step: number, n: number, columns: Partial<Candles> = {}): Candles => {
  const line = Float64Array.from({ length: n }, (_, t) => t + 1);
  return {
    ts: line.map((_, t) => start + t * step),
    open: line,
    high: line.map((x) => x + 2),
    low: line.map((x) => x - 0.5),
    close: line.map((x) => x + 1),
    ...columns,
  };
};

describe('resampleCandles', () => {
  test('first open, max high, min low, last close, sum of volume', () => {
    const candles: Candles = {
      ts: Float64Array.of(0, 60_000, 120_000, 180_000),
      open: Float64Array.of(10, 11, 12, 5),
      high: Float64Array.of(11, 15, 13, 6),
      low: Float64Array.of(9, 8, 7.5, 4),
      close: Float64Array.of(10.5, 12, 8, 5.5),
      volume: Float64Array.of(1, 2, 4, 8),
    };
    expect(rowsOf(resampleCandles(candles, '3m'))).toEqual([
      [0, 10, 15, 7.5, 8, 7],
      [180_000, 5, 6, 4, 5.5, 8],
    ]);
  });
  test('bins are aligned to the epoch in UTC, 1w to Monday, before 1970 too', () => {
    const hours = resampleCandles(bars(-3 * 3_600_000, 3_600_000, 8), '4h');
    expect([...hours.ts]).toEqual([-4 * 3_600_000, 0, 4 * 3_600_000]);
    const weeks = resampleCandles(bars(Date.UTC(1969, 11, 26), DAY, 20), '1w');
    expect([...weeks.ts].map((ts) => new Date(ts).getUTCDay())).toEqual([1, 1, 1, 1]);
    expect(weeks.ts[0]).toBe(Date.UTC(1969, 11, 22));
    expect(weeks.open[1]).toBe(4); // Monday the 29th is the fourth day
  });
  test('F3: vwap of a bin is volume-weighted; without volume, the plain mean', () => {
    const vwap = Float64Array.of(10, 20, 30);
    expect(resampleCandles(bars(0, 60_000, 3, { vwap, volume: Float64Array.of(1, 0, 3) }), '3m').vwap![0]).toBe(25);
    expect(resampleCandles(bars(0, 60_000, 3, { vwap, volume: Float64Array.of(0, 0, 0) }), '3m').vwap![0]).toBe(20);
    expect(resampleCandles(bars(0, 60_000, 3, { vwap }), '3m').vwap![0]).toBe(20);
  });
  test('the mean of a vwap holds where its products overflow or vanish', () => {
    const vwap = Float64Array.of(1e-6, 1e-6, 1e-6);
    expect(resampleCandles(bars(0, 60_000, 3, { vwap, volume: Float64Array.of(0, 5e-324, 0) }), '3m').vwap![0]).toBe(1e-6);
    const huge = Float64Array.of(1e300, 1e300, 1e300);
    expect(resampleCandles(bars(0, 60_000, 3, { vwap: huge, volume: Float64Array.of(1e20, 1e20, 2e20) }), '3m').vwap![0]).toBe(1e300);
  });
  test('a bin without a bar is left out: gaps are never filled', () => {
    const candles = bars(0, 60_000, 6);
    candles.ts.set([600_000, 660_000, 720_000], 3);
    expect([...resampleCandles(candles, '5m').ts]).toEqual([0, 600_000]);
  });
  test('a finer timeframe is refused and told what is possible', () => {
    expect(() => resampleCandles(bars(0, 3_600_000, 5), '30m')).toThrow(
      expect.objectContaining({
        code: 'TIMEFRAME_TOO_FINE',
        message: "The timeframe 30m is finer than the data set's own 1h. Use one of 1h, 2h, 4h, 6h, 12h, 1d, 1w.",
        errors: [
          {
            path: '/timeframe',
            code: 'TIMEFRAME_TOO_FINE',
            message: expect.any(String),
            allowed: ['1h', '2h', '4h', '6h', '12h', '1d', '1w'],
          },
        ],
      }),
    );
  });
  test('a timeframe that whole bars do not fill is refused', () => {
    expect(() => resampleCandles(bars(0, 180_000, 5), '5m')).toThrow(
      expect.objectContaining({ code: 'NOT_ALLOWED', message: expect.stringContaining('not a whole number of 3m bars') }),
    );
    expect(() => resampleCandles(bars(0, 4 * 3_600_000, 5), '6h')).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });
  test("the data set's own timeframe gives the same candles, aligned or not", () => {
    const offset = bars(5 * 3_600_000, DAY, 5);
    expect(resampleCandles(offset, '1d')).toBe(offset);
  });
  test('a sum of volume that overflows is refused, not stored', () => {
    const volume = new Float64Array(3).fill(1e308);
    expect(() => resampleCandles(bars(0, 60_000, 3, { volume }), '3m')).toThrow('candles resampled to 3m: row 1, column volume: Infinity');
  });
  test('agrees with the naive twin to the bit, for every pair of timeframes', () => {
    for (const timeframe of TIMEFRAMES) {
      const coarser = TIMEFRAMES.filter(
        (one) => timeframeMs(one) > timeframeMs(timeframe) && timeframeMs(one) % timeframeMs(timeframe) === 0,
      );
      if (coarser.length === 0) continue;
      fc.assert(
        fc.property(arbitraryCandles({ timeframe }), fc.constantFrom(...coarser), (candles, target) => {
          checkCandles(candles, 'arbitrary');
          const resampled = resampleCandles(candles, target);
          expect(rowsOf(resampled)).toEqual(naiveResample(candles, target));
        }),
        { numRuns: 40 },
      );
    }
  });
  test('resampling twice is resampling once', () => {
    const candles = testCandles('1m', Date.UTC(2024, 1, 28, 3, 7), Date.UTC(2024, 2, 2));
    const { vwap: _vwap, ...once } = resampleCandles(candles, '4h');
    expect(resampleCandles(resampleCandles(candles, '30m'), '4h')).toEqual(once);
  });
});

describe('sliceCandles', () => {
  test("[start, end) is half-open by the bar's open time", () => {
    const candles = bars(0, 60_000, 5, { volume: Float64Array.of(1, 2, 3, 4, 5), vwap: Float64Array.of(1, 2, 3, 4, 5) });
    expect([...sliceCandles(candles, 60_000, 180_000).ts]).toEqual([60_000, 120_000]);
    expect([...sliceCandles(candles, 60_001, 180_001).ts]).toEqual([120_000, 180_000]);
    expect([...sliceCandles(candles, 60_000, 180_000).vwap!]).toEqual([2, 3]);
    expect(sliceCandles(candles, -1e15, 1e15)).toEqual(candles);
  });
  test('a range without bars, or one that ends before it starts, is empty', () => {
    const candles = bars(0, 60_000, 5);
    expect(sliceCandles(candles, 1, 2).ts).toHaveLength(0);
    expect(sliceCandles(candles, 180_000, 60_000).ts).toHaveLength(0);
    expect('volume' in sliceCandles(candles, 0, 1)).toBe(false);
  });
  test('the columns are views of the same memory', () => {
    const candles = bars(0, 60_000, 5);
    expect(sliceCandles(candles, 60_000, 180_000).close.buffer).toBe(candles.close.buffer);
  });
  test('keeps exactly the bars with start <= ts < end', () => {
    fc.assert(
      fc.property(
        arbitraryCandles({ timeframe: '1h' }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        (candles, a, b) => {
          const start = candles.ts[0]! + (a - 20) * 1_800_000;
          const end = start + b * 1_800_000;
          expect(rowsOf(sliceCandles(candles, start, end))).toEqual(rowsOf(candles).filter(([ts]) => ts! >= start && ts! < end));
        },
      ),
    );
  });
});

describe('selectCandles', () => {
  test('F3: the whole data set is resampled, then sliced by bin start', () => {
    const candles = bars(0, 60_000, 30);
    const { candles: selected } = selectCandles(candles, { timeframe: '5m', start: 120_000, end: 720_000 });
    expect(rowsOf(selected)).toEqual(rowsOf(resampleCandles(candles, '5m')).slice(1, 3)); // the bin at 600000 keeps its bars beyond the end
    expect(selected.close[1]).toBe(16);
  });
  test('gaps are those of the slice, in the timeframe of the run', () => {
    const candles = bars(0, 60_000, 6);
    candles.ts.set([600_000, 660_000, 720_000], 3);
    expect(selectCandles(candles, { timeframe: '1m', start: 0, end: 1e6 }).gaps).toBe(1);
    expect(selectCandles(candles, { timeframe: '1m', start: 600_000, end: 1e6 }).gaps).toBe(0);
    expect(selectCandles(candles, { timeframe: '5m', start: 0, end: 1e6 }).gaps).toBe(1);
    expect(selectCandles(candles, { timeframe: '15m', start: 0, end: 1e6 }).gaps).toBe(0);
  });
});
