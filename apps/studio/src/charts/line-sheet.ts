import type { ChartColours } from './chart-colours.js';
import { type Extremes, extremesOf } from './extremes.js';
import { type Frame, levelFor, type Sheet } from './frame.js';

interface Ink {
  readonly colour: keyof ChartColours;
  readonly width: number;
  /** What stands for bars narrower than a pixel: `extremes` lose no peak, `ends` keep a line over candles thin. */
  readonly of: 'extremes' | 'ends';
}

/** A line through a column, interrupted where it has no value. */
export function lineSheet(values: Float64Array, ink: Ink): Sheet {
  const extremes = extremesOf(values, values);
  return {
    draw: (frame) => (levelFor(frame.spacing, 1) === 0 ? drawPath(frame, values, ink) : drawColumns(frame, extremes, { values, ink })),
    range: extremes.range,
  };
}

function drawPath({ context, colours, from, to, x, y }: Frame, values: Float64Array, { colour, width }: Ink): void {
  let isDown = false;
  context.beginPath();
  for (let t = Math.max(0, from - 1); t <= Math.min(values.length - 1, to + 1); t++) {
    const value = values[t]!;
    if (Number.isNaN(value)) isDown = false;
    else if (isDown) context.lineTo(x(t), y(value));
    else {
      context.moveTo(x(t), y(value));
      isDown = true;
    }
  }
  context.strokeStyle = colours[colour];
  context.lineWidth = width;
  context.lineJoin = 'bevel';
  context.stroke();
}

/** A rectangle a pixel, from the least to the greatest value and to where the line came from: far faster than to stroke so many points. */
function drawColumns(frame: Frame, extremes: Extremes, { values, ink }: { readonly values: Float64Array; readonly ink: Ink }): void {
  const { context, colours, spacing, x, y } = frame;
  const level = levelFor(spacing, 1);
  const end = (i: number): number => values[Math.min(values.length - 1, ((i + 1) << level) - 1)]!;
  const { low, high } = extremes.level(level);
  const width = Math.ceil(spacing * (1 << level));
  const thickness = Math.round(ink.width);
  let before = NaN;
  context.fillStyle = colours[ink.colour];
  for (let i = frame.from >> level; i <= frame.to >> level; i++) {
    const [least, greatest] = ink.of === 'ends' ? [end(i), end(i)] : [low[i]!, high[i]!];
    if (least <= greatest) {
      const top = Math.round(y(Number.isNaN(before) ? greatest : Math.max(greatest, before)));
      const bottom = Math.round(y(Number.isNaN(before) ? least : Math.min(least, before)));
      context.fillRect(Math.round(x(i << level)), top, width, Math.max(thickness, bottom - top));
    }
    before = end(i);
  }
}
