import type { Bars } from './run-series.js';
import { type Extremes, extremesOf } from './extremes.js';
import { type Frame, levelFor, type Sheet } from './frame.js';

/** The least width of a candle with its gap, in pixels: narrower bars are drawn together, as the candle that they are as one. */
const LEAST = 2;

/** Candles: a rising one is hollow, a falling one full, so that they are told apart without colour, too. */
export function candleSheet(bars: Bars): Sheet {
  const extremes = extremesOf(bars.low, bars.high);
  return { draw: (frame) => drawCandles(frame, bars, extremes), range: extremes.range };
}

/** Rectangles on whole pixels, colour by colour: one path of them all took ten times as long to fill. */
function drawCandles(frame: Frame, bars: Bars, extremes: Extremes): void {
  const level = levelFor(frame.spacing, LEAST);
  const width = Math.max(1, Math.floor(frame.spacing * (1 << level) * 0.7));
  const all = candlesOf(frame, { bars, level, extremes });
  for (const isUp of [true, false]) {
    const { context, colours } = frame;
    const own = all.filter((candle) => candle.isUp === isUp);
    context.fillStyle = isUp ? colours.blue : colours.orange;
    for (const { x, high, low } of own) context.fillRect(x, high, 1, Math.max(1, low - high));
    if (width <= 2) continue;
    const left = width >> 1;
    for (const { x, top, bottom } of own) context.fillRect(x - left, top, width, Math.max(1, bottom - top));
    if (!isUp) continue;
    context.fillStyle = colours.paper;
    for (const { x, top, bottom } of own) if (bottom - top > 2) context.fillRect(x - left + 1, top + 1, width - 2, bottom - top - 2);
  }
}

interface Candle {
  readonly isUp: boolean;
  /** Whole pixels. */
  readonly x: number;
  readonly high: number;
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
}

function candlesOf(
  frame: Frame,
  { bars, level, extremes }: { readonly bars: Bars; readonly level: number; readonly extremes: Extremes },
): Candle[] {
  const { low, high } = extremes.level(level);
  const last = bars.close.length - 1;
  const y = (price: number): number => Math.round(frame.y(price));
  const candles: Candle[] = [];
  for (let i = frame.from >> level; i <= frame.to >> level; i++) {
    const first = i << level;
    const end = Math.min(last, first + (1 << level) - 1);
    const [open, close] = [bars.open[first]!, bars.close[end]!];
    const [top, bottom] = [y(Math.max(open, close)), y(Math.min(open, close))];
    candles.push({ isUp: close >= open, x: Math.round(frame.x((first + end) / 2)), high: y(high[i]!), top, bottom, low: y(low[i]!) });
  }
  return candles;
}
