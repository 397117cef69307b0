import { mix, powerOfTwo } from './test-noise.js';
import { timeframeMs, type Timeframe } from './timeframe.js';

const VERSION = 1;

/** What is fixed for one timeframe of TEST. */
export interface TestSeries {
  /** Length of a bar in minutes. */
  readonly minutes: number;
  /** Deviation of one bar's log return in calm-to-normal times. */
  readonly deviation: number;
  /** The widest level J: anchors stand every 2^J bars. */
  readonly topLevel: number;
  /** Bars are computed 2^blockLevel at once. It changes the speed, never a value. */
  readonly blockLevel: number;
  /** Displacement of level j's midpoints, indexed by j = 1 … J. */
  readonly amplitude: readonly number[];
  /** Keys of the levels' streams, indexed by j; the anchors' is at 0. */
  readonly levelKey: readonly number[];
  readonly volatilityKeys: readonly [number, number, number];
  readonly wickKey: number;
  readonly tapeKey: number;
}

/** Levels 5–8 (swings of 32 to 256 bars) move half as much again: those are the trends that moving averages find. */
const swing = (level: number): number => (level >= 5 && level <= 8 ? 1.5 : 1);

/** The constants of a timeframe's series. */
export function testSeries(timeframe: Timeframe): TestSeries {
  const minutes = timeframeMs(timeframe) / 60_000;
  const deviation = 0.0005 * Math.sqrt(minutes);
  const topLevel = widestLevel(deviation);
  const levels = Array.from({ length: topLevel + 1 }, (_, level) => level);
  const key = (purpose: number): number => mix(mix(0x54455354 + VERSION) ^ mix(minutes * 64 + purpose));
  return {
    minutes,
    deviation,
    topLevel,
    blockLevel: Math.min(topLevel, 10),
    amplitude: levels.map((level) => 0.5 * deviation * Math.sqrt(powerOfTwo(level)) * swing(level)),
    levelKey: levels.map(key),
    volatilityKeys: [key(32), key(33), key(34)],
    wickKey: key(40),
    tapeKey: key(41),
  };
}

/** The first level whose cells the price would cross by 0.6 in the logarithm. */
function widestLevel(deviation: number): number {
  let level = 1;
  while (deviation * deviation * powerOfTwo(level) < 0.36) level++;
  return level;
}
