import type { ValueScale } from './value-scale.js';

/** Path data runs over a plot WIDTH units wide and ten units a pixel high; whole numbers, steps relative: six bytes a point. */
export const WIDTH = 10_000;
export const UNITS_A_PIXEL = 10;

/** Where the middle of bar t lies in path units; every bar has the same share of the width. */
export function barX(t: number, bars: number): number {
  return Math.round(((t + 0.5) / bars) * WIDTH);
}

/** The same place in per cent of the plot's width, for what must not be stretched (text, marks). */
export function barPercent(t: number, bars: number): string {
  return `${Number((((t + 0.5) / bars) * 100).toFixed(2))}%`;
}

/** A line through some bars of a column. */
export function linePath(values: ArrayLike<number>, at: Uint32Array, scale: ValueScale): string {
  return polyline(points(values, at, scale));
}

/** The area between a column and a level, as one closed path. */
export function areaPath(values: ArrayLike<number>, at: Uint32Array, { scale, level }: { scale: ValueScale; level: number }): string {
  return closed(points(values, at, scale), { scale, level });
}

/** The same for what holds from one bar to the next, such as a position: it moves in steps. */
export function steppedAreaPath(
  values: ArrayLike<number>,
  at: Uint32Array,
  { scale, level }: { scale: ValueScale; level: number },
): string {
  const outline = points(values, at, scale);
  const stepped = outline.flatMap(([x, y], i): Point[] =>
    i === 0
      ? [[x, y]]
      : [
          [x, outline[i - 1]![1]],
          [x, y],
        ],
  );
  return closed(stepped, { scale, level });
}

function closed(outline: readonly Point[], { scale, level }: { scale: ValueScale; level: number }): string {
  if (outline.length === 0) return '';
  const base = Math.round(scale.y(level) * UNITS_A_PIXEL);
  const first = outline[0]!;
  const last = outline[outline.length - 1]!;
  return `${polyline([[first[0], base], ...outline, [last[0], base]])}z`;
}

type Point = readonly [x: number, y: number];

/** Absolute start, then relative steps; a step of nothing is left out. */
export function polyline(line: readonly Point[]): string {
  if (line.length === 0) return '';
  let [x, y] = line[0]!;
  let data = `M${x} ${y}`;
  for (const [nextX, nextY] of line.slice(1)) {
    const dx = nextX - x;
    const dy = nextY - y;
    if (dx === 0 && dy === 0) continue;
    data += dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
    x = nextX;
    y = nextY;
  }
  return data;
}

function points(values: ArrayLike<number>, at: Uint32Array, scale: ValueScale): Point[] {
  const line: Point[] = [];
  for (const t of at) {
    const y = scale.y(values[t]!);
    if (Number.isFinite(y)) line.push([barX(t, values.length), Math.round(y * UNITS_A_PIXEL)]);
  }
  return line;
}
