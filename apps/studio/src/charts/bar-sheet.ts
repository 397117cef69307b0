import type { ChartColours } from './chart-colours.js';
import { extremesOf, type Range } from './extremes.js';
import { type Frame, levelFor, type Sheet } from './frame.js';

interface Inks {
  readonly above: Ink;
  readonly below: Ink;
}

interface Ink {
  readonly fill: keyof ChartColours;
  readonly edge: keyof ChartColours;
}

/** A column as an area of steps from 0, above and below it in different colours. */
export function barSheet(values: Float64Array, { above, below }: Inks): Sheet {
  const extremes = extremesOf(values, values);
  const draw = (frame: Frame): void => {
    const { low, high } = extremes.level(levelFor(frame.spacing, 1));
    steps(frame, { ends: high, isWanted: (end) => end > 0, ink: above });
    steps(frame, { ends: low, isWanted: (end) => end < 0, ink: below });
  };
  return { draw, range: (from, to) => withZero(extremes.range(from, to)) };
}

interface Steps {
  readonly ends: Float64Array;
  readonly isWanted: (end: number) => boolean;
  readonly ink: Ink;
}

/** Rectangles on whole pixels, one for neighbours of one height: their areas, then their ends. */
function steps({ context, colours, from, to, spacing, x, y }: Frame, { ends, isWanted, ink }: Steps): void {
  const level = levelFor(spacing, 1);
  const zero = Math.round(y(0));
  const bars: [left: number, width: number, end: number][] = [];
  for (let i = from >> level; i <= to >> level && i < ends.length; i++) {
    if (!isWanted(ends[i]!)) continue;
    const left = Math.round(x((i << level) - 0.5));
    const right = Math.round(x(((i + 1) << level) - 0.5));
    const end = Math.round(y(ends[i]!));
    const before = bars.at(-1);
    if (before && before[0] + before[1] === left && before[2] === end) before[1] = right - before[0];
    else bars.push([left, right - left, end]);
  }
  context.fillStyle = colours[ink.fill];
  for (const [left, width, end] of bars) context.fillRect(left, Math.min(zero, end), width, Math.abs(zero - end));
  context.fillStyle = colours[ink.edge];
  for (const [left, width, end] of bars) context.fillRect(left, end, width, 1);
}

function withZero(range: Range | null): Range {
  return { low: Math.min(0, range?.low ?? 0), high: Math.max(0, range?.high ?? 0) };
}
