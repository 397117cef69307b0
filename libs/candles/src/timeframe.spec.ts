import { describe, expect, test } from '@jest/globals';
import { countGaps } from './count-gaps.js';
import type { Candles } from './candles.js';
import { nativeTimeframe } from './native-timeframe.js';
import { TIMEFRAMES, timeframeMs, type Timeframe } from './timeframe.js';

const MINUTE = 60_000;
const at = (...ts: number[]): Candles => {
  const ones = new Float64Array(ts.length).fill(1);
  return { ts: Float64Array.from(ts), open: ones, high: ones, low: ones, close: ones };
};

describe('timeframes', () => {
  test('the timeframes are 1m 3m 5m 15m 30m 1h 2h 4h 6h 12h 1d 1w', () => {
    expect(TIMEFRAMES.join(' ')).toBe('1m 3m 5m 15m 30m 1h 2h 4h 6h 12h 1d 1w');
    expect(TIMEFRAMES.map((one) => timeframeMs(one) / MINUTE)).toEqual([1, 3, 5, 15, 30, 60, 120, 240, 360, 720, 1440, 10_080]);
  });
  test('another name is refused with the list and the nearest', () => {
    expect(() => timeframeMs('1M' as Timeframe)).toThrow('"1M" is not a timeframe. Did you mean "1m"? Use one of 1m, 3m,');
    expect(() => timeframeMs('toString' as Timeframe)).toThrow('is not a timeframe');
  });
});

describe('nativeTimeframe', () => {
  test("F3: the data set's own timeframe is its most frequent step", () => {
    expect(nativeTimeframe(at(0, 60_000, 120_000, 7_200_000, 7_260_000))).toBe('1m');
    const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14].map((day) => day * 1440 * MINUTE);
    expect(nativeTimeframe(at(...weekdays))).toBe('1d');
  });
  test('of equally frequent steps the smaller one counts', () => {
    expect(nativeTimeframe(at(0, 3_600_000, 3_660_000))).toBe('1m');
    expect(nativeTimeframe(at(0, 60_000, 3_660_000))).toBe('1m');
  });
  test('steps counted apart add up', () => {
    expect(nativeTimeframe(at(...[0, 5, 10, 11, 16, 17, 18, 23].map((m) => m * MINUTE)))).toBe('5m');
  });
  test('a step that is no timeframe, or fewer than two bars, is refused', () => {
    expect(() => nativeTimeframe(at(0, 45_000, 90_000))).toThrow(
      expect.objectContaining({ code: 'DATA_INVALID', message: expect.stringContaining('45000 ms, which is no timeframe') }),
    );
    expect(() => nativeTimeframe(at(0))).toThrow(
      expect.objectContaining({ code: 'DATA_INVALID', message: expect.stringContaining('1 bar(s)') }),
    );
  });
});

describe('countGaps', () => {
  test('a gap is a step larger than the timeframe, however large', () => {
    expect(countGaps(at(0, 60_000, 120_000), '1m')).toBe(0);
    expect(countGaps(at(0, 60_000, 180_000, 99_960_000, 100_020_000), '1m')).toBe(2);
    expect(countGaps(at(0, 60_001), '1m')).toBe(1);
    expect(countGaps(at(0), '1m')).toBe(0);
  });
});
