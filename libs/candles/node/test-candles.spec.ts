import { describe, expect, test } from '@jest/globals';
import {
  checkCandles,
  dataHash,
  sliceCandles,
  TIMEFRAMES,
  testCandles,
  timeframeMs,
  type Candles,
  type Timeframe,
} from '@projecta/candles';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

const DAY = 86_400_000;
const library = import.meta.url.slice(0, import.meta.url.lastIndexOf('/libs/'));
const page = readFileSync(new URL(`${library}/specs/test-generator.md`), 'utf8');
const golden = page
  .slice(page.indexOf('## Golden bars'))
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => TIMEFRAMES.includes(cells[1] as Timeframe))
  .map(([, timeframe, ...numbers]) => ({ timeframe: timeframe as Timeframe, row: numbers.slice(0, 6).map(Number) }));

const rowsOf = ({ ts, open, high, low, close, volume }: Candles): number[][] =>
  Array.from(ts, (time, t) => [time, open[t]!, high[t]!, low[t]!, close[t]!, volume![t]!]);

const day = (timeframe: Timeframe, bars = 4000): Candles =>
  testCandles(timeframe, Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 1) + bars * timeframeMs(timeframe));

const logReturns = ({ close }: Candles): number[] => Array.from(close.subarray(1), (price, t) => Math.log(price / close[t]!));
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
function moment(values: readonly number[], order: number): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** order));
}
function autocorrelation(values: readonly number[], lag: number): number {
  const centre = mean(values);
  const products = values.slice(lag).map((value, t) => (value - centre) * (values[t]! - centre));
  return products.reduce((a, b) => a + b, 0) / (moment(values, 2) * values.length);
}

/** Times that the sign of SMA(fast) − SMA(slow) changes. */
function crossings(close: Float64Array, fast: number, slow: number): number {
  const sma = (t: number, window: number): number => close.subarray(t - window + 1, t + 1).reduce((a, b) => a + b, 0) / window;
  const signs = Array.from({ length: close.length - slow + 1 }, (_, i) => Math.sign(sma(i + slow - 1, fast) - sma(i + slow - 1, slow)));
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
}

describe('TEST', () => {
  test('the 20 golden bars of specs/test-generator.md, made by another program', () => {
    expect(golden).toHaveLength(20);
    expect(new Set(golden.map((one) => one.timeframe)).size).toBe(TIMEFRAMES.length);
    for (const { timeframe, row } of golden) expect(rowsOf(testCandles(timeframe, row[0]!, row[0]! + 1))).toEqual([row]);
  });
  test('a sub-range is the same bars', () => {
    for (const timeframe of TIMEFRAMES) {
      const width = timeframeMs(timeframe);
      const from = Date.UTC(1969, 11, 1);
      const whole = testCandles(timeframe, from, from + 3000 * width);
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 2999 }),
          fc.integer({ min: 1, max: 1200 }),
          fc.integer({ min: 0, max: width - 1 }),
          (first, n, shift) => {
            const start = from + first * width + shift;
            const end = Math.min(start + n * width, from + 3000 * width);
            expect(dataHash(testCandles(timeframe, start, end))).toBe(dataHash(sliceCandles(whole, start, end)));
          },
        ),
        { numRuns: 15 },
      );
    }
  });
  test('bars open at multiples of the timeframe, weeks on Mondays, in [start, end)', () => {
    for (const timeframe of TIMEFRAMES) {
      const { ts } = testCandles(timeframe, Date.UTC(2023, 11, 30, 0, 0, 1), Date.UTC(2024, 0, 22));
      if (timeframe === '1w') expect([...ts]).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 8), Date.UTC(2024, 0, 15)]);
      else
        expect(
          [...ts].filter((time, t) => time % timeframeMs(timeframe) !== 0 || (t > 0 && time - ts[t - 1]! !== timeframeMs(timeframe))),
        ).toEqual([]);
      expect(ts[0]).toBeGreaterThanOrEqual(Date.UTC(2023, 11, 30, 0, 0, 1));
      expect(ts.at(-1)).toBeLessThan(Date.UTC(2024, 0, 22));
    }
  });
  test('an empty or reversed range has no bar, and a range of too many is refused', () => {
    expect(testCandles('1d', 1, 2).ts).toHaveLength(0);
    expect(testCandles('1d', DAY, 0).ts).toHaveLength(0);
    expect(() => testCandles('1m', 0, Date.UTC(2500, 0, 1))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });
  test('every bar keeps the candle rules, with whole positive volume, from year 0 to 9999', () => {
    for (const timeframe of TIMEFRAMES) {
      for (const from of [Date.UTC(2024, 0, 1), -62167219200000, 253402300800000 - 3000 * timeframeMs(timeframe), -DAY]) {
        const candles = testCandles(timeframe, from, from + 3000 * timeframeMs(timeframe));
        checkCandles(candles, `TEST ${timeframe}`);
        expect(candles.volume!.every((volume) => volume >= 1 && volume % 1 === 0)).toBe(true);
      }
    }
    checkCandles(testCandles('1d', Date.UTC(1800, 0, 1), Date.UTC(2300, 0, 1)), 'TEST 1d');
  });
  test('each timeframe is its own series: 1h is not 1m resampled', () => {
    const starts = TIMEFRAMES.map((timeframe) => day(timeframe, 1).open[0]);
    expect(new Set(starts).size).toBe(TIMEFRAMES.length);
  });
  test.each(TIMEFRAMES)('%s looks like a market', (timeframe) => {
    const candles = day(timeframe);
    const returns = logReturns(candles);
    const sizes = returns.map(Math.abs);
    expect(moment(returns, 4) / moment(returns, 2) ** 2).toBeGreaterThan(4); // fat tails: a normal has 3
    expect(Math.min(autocorrelation(sizes, 1), autocorrelation(sizes, 20))).toBeGreaterThan(0.1); // volatility clusters
    expect(Math.abs(autocorrelation(returns, 1))).toBeLessThan(0.15);
    const thirds = [0, 1333, 2666].map((t) => Math.sign(candles.close[t + 1300]! - candles.close[t]!));
    expect(thirds.every((sign) => sign !== 0)).toBe(true);
    expect(new Set(candles.volume).size).toBeGreaterThan(100);
  });
  test('a dual SMA 5/15 trades within any day of 1m bars, 10/50 in every two years of 1d bars', () => {
    for (let d = 0; d < 60; d++) {
      const start = Date.UTC(1970 + 2 * d, 0, 1 + 6 * d);
      expect(crossings(testCandles('1m', start, start + DAY).close, 5, 15)).toBeGreaterThan(20);
      expect(crossings(testCandles('1d', start, start + 730 * DAY).close, 10, 50)).toBeGreaterThan(3);
    }
  });
});
