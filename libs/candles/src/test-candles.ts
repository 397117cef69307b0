import { ProjectaError } from '@projecta/errors';
import type { Candles } from './candles.js';
import { createTestBlock, type TestBlock } from './test-block.js';
import { abs, draw, floor, max, min, powerOfTwo, roundToTick, testPrice } from './test-noise.js';
import { testSeries, type TestSeries } from './test-series.js';
import { timeframeMs, timeframeOrigin, type Timeframe } from './timeframe.js';

const MAX_BARS = 100_000_000;

/**
 * The built-in data set `TEST`: the bars of a timeframe that open in [start, end), epoch ms; possibly none.
 * A bar's values depend only on (generator version, timeframe, ts); each timeframe is its own series; bars open at multiples of the timeframe, weeks on
 * Mondays. The algorithm is written out in specs/test-generator.md. Throws LIMIT_EXCEEDED beyond 100 million bars.
 */
export function testCandles(timeframe: Timeframe, start: number, end: number): Candles {
  const width = timeframeMs(timeframe);
  const origin = timeframeOrigin(timeframe);
  const firstBar = Math.ceil((start - origin) / width);
  const n = Math.max(0, Math.ceil((end - origin) / width) - firstBar);
  if (!(n <= MAX_BARS)) {
    throw new ProjectaError(
      'LIMIT_EXCEEDED',
      `TEST ${timeframe} would have ${n} bars; at most ${MAX_BARS} at a time. Take a shorter range.`,
    );
  }
  const candles = emptyColumns(n);
  for (let t = 0; t < n; t++) candles.ts[t] = (firstBar + t) * width + origin;
  fillBars(candles, firstBar, testSeries(timeframe));
  return candles;
}

function fillBars(candles: Required<Omit<Candles, 'vwap'>>, firstBar: number, series: TestSeries): void {
  const block = createTestBlock(series);
  const length = powerOfTwo(series.blockLevel);
  let t = 0;
  while (t < candles.ts.length) {
    const bar = firstBar + t;
    const blockStart = Math.floor(bar / length) * length;
    block.moveTo(blockStart);
    const count = Math.min(candles.ts.length - t, blockStart + length - bar);
    fillFromBlock(candles, series, block, { t, count, offset: bar - blockStart, bar });
    t += count;
  }
}

interface Stretch {
  /** First index of the columns to fill. */
  readonly t: number;
  readonly count: number;
  /** Where the block holds the first bar. */
  readonly offset: number;
  /** Number of the first bar. */
  readonly bar: number;
}

function fillFromBlock(
  candles: Required<Omit<Candles, 'vwap'>>,
  series: TestSeries,
  block: TestBlock,
  { t, count, offset, bar }: Stretch,
): void {
  const { open, high, low, close, volume } = candles;
  const { deviation, minutes, wickKey, tapeKey } = series;
  const { logs, volatility } = block;
  let before = testPrice(logs[offset]!);
  for (let i = 0; i < count; i++) {
    const wicks = draw(wickKey, bar + i);
    const tape = draw(tapeKey, bar + i);
    const volatile = volatility[(offset + i) >> 4]!;
    const range = volatile * deviation;
    const gap = (tape >>> 16) / 65_536 - 0.5;
    const crowd = (tape & 65_535) / 65_536;
    const above = (wicks >>> 16) / 65_536;
    const below = (wicks & 65_535) / 65_536;
    const last = testPrice(logs[offset + i + 1]!);
    const first = roundToTick(before * (1 + range * 0.25 * gap));
    open[t + i] = first;
    close[t + i] = last;
    high[t + i] = roundToTick(max(first, last) * (1 + 1.2 * range * above * above));
    low[t + i] = roundToTick(min(first, last) * (1 - 1.2 * range * below * below));
    const move = abs(last - first) / (first * range);
    volume[t + i] = 1 + floor(100 * minutes * volatile * (0.2 + 1.5 * crowd * crowd + 0.5 * move));
    before = last;
  }
}

function emptyColumns(n: number): Required<Omit<Candles, 'vwap'>> {
  const column = (): Float64Array => new Float64Array(n);
  return { ts: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
}
