import type { ChartColours } from './chart-colours.js';
import type { Range } from './extremes.js';

/** A pane that is being drawn, in CSS pixels. Both scales are straight. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly colours: ChartColours;
  /** The first and last bar in sight. */
  readonly from: number;
  readonly to: number;
  /** Pixels from bar to bar. */
  readonly spacing: number;
  readonly x: (bar: number) => number;
  readonly y: (value: number) => number;
}

/** Something that is drawn into a pane over the bars. */
export interface Sheet {
  draw(frame: Frame): void;
  /** What must be in sight of it over some bars. */
  range(from: number, to: number): Range | null;
}

/** The level at which runs of bars are at least so many pixels wide. */
export function levelFor(spacing: number, pixels: number): number {
  let level = 0;
  while (spacing * (1 << level) < pixels && level < 30) level++;
  return level;
}
