import { bell, draw, floor, powerOfTwo, symmetric } from './test-noise.js';
import type { TestSeries } from './test-series.js';

/** A stretch of the series' log prices, moved along block by block. */
export interface TestBlock {
  /** Log price at the start of each bar of the block, and at the end of its last one. */
  readonly logs: Float64Array;
  /** Volatility factor of each 16 bars of the block. */
  readonly volatility: Float64Array;
  /** Fills both for the block whose first bar has this number, a multiple of the block's length. */
  moveTo(firstBar: number): void;
}

/** Levels up to this one are louder in volatile times. */
const LOUD_LEVELS = 9;

/** The log price is a sum of midpoint displacements, as in Lévy's construction of Brownian motion, so any stretch is computed without its past. */
export function createTestBlock(series: TestSeries): TestBlock {
  const length = powerOfTwo(series.blockLevel);
  const logs = new Float64Array(length + 1);
  const volatility = new Float64Array(length / 16);
  const moveTo = (firstBar: number): void => {
    for (let cell = 0; cell < volatility.length; cell++) volatility[cell] = volatilityOf(series, firstBar / 16 + cell);
    logs[0] = logAt(series, firstBar);
    logs[length] = logAt(series, firstBar + length);
    for (let level = series.blockLevel; level >= 1; level--) displaceMidpoints(series, logs, volatility, { firstBar, level });
  };
  return { logs, volatility, moveTo };
}

function displaceMidpoints(
  series: TestSeries,
  logs: Float64Array,
  volatility: Float64Array,
  { firstBar, level }: { firstBar: number; level: number },
): void {
  const width = powerOfTwo(level);
  const half = width / 2;
  const key = series.levelKey[level]!;
  const amplitude = series.amplitude[level]!;
  const firstCell = firstBar / width;
  for (let middle = half, cell = firstCell; middle < logs.length; middle += width, cell++) {
    const loud = level <= LOUD_LEVELS ? volatility[middle >> 4]! : 1;
    logs[middle] = (logs[middle - half]! + logs[middle + half]!) * 0.5 + amplitude * loud * bell(draw(key, cell));
  }
}

/** Log price at the start of bar `bar`, found from its two anchors by halving; the same operations as in a block. */
function logAt(series: TestSeries, bar: number): number {
  const anchors = powerOfTwo(series.topLevel);
  const anchor = floor(bar / anchors);
  let from = anchor * anchors;
  let left = 0.7 * symmetric(draw(series.levelKey[0]!, anchor));
  let right = 0.7 * symmetric(draw(series.levelKey[0]!, anchor + 1));
  for (let level = series.topLevel; bar !== from; level--) {
    const width = powerOfTwo(level);
    const middle = from + width / 2;
    const loud = level <= LOUD_LEVELS ? volatilityOf(series, floor(middle / 16)) : 1;
    const displaced = (left + right) * 0.5 + series.amplitude[level]! * loud * bell(draw(series.levelKey[level]!, from / width));
    if (bar < middle) {
      right = displaced;
    } else {
      left = displaced;
      from = middle;
    }
  }
  return left;
}

/** Volatility factor of 16 bars, from 0.11 to 5.5: (1 + q/8)^8, q a sum of three value noises with knots every 64, 512 and 4096 bars. */
function volatilityOf(series: TestSeries, cell: number): number {
  const [short, middle, long] = series.volatilityKeys;
  const q = 0.7 * valueNoise(short, cell, 4) + 0.7 * valueNoise(middle, cell, 32) + 0.5 * valueNoise(long, cell, 256);
  let power = 1 + q / 8;
  power *= power;
  power *= power;
  power *= power;
  return power;
}

function valueNoise(key: number, cell: number, spacing: number): number {
  const knot = floor(cell / spacing);
  const left = symmetric(draw(key, knot));
  const right = symmetric(draw(key, knot + 1));
  return left + (right - left) * ((cell - knot * spacing) / spacing);
}
