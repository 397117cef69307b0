import type { Cells } from './cell-box.js';

const STEPS: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
};

/** The cell that a key leads to, stopping at the edges; undefined for a key that leads nowhere. */
export function nextCell({ columns, rows }: Pick<Cells, 'columns' | 'rows'>, cell: number, key: string): number | undefined {
  const column = cell % columns;
  const row = Math.floor(cell / columns);
  if (key === 'Home') return row * columns;
  if (key === 'End') return row * columns + columns - 1;
  const [across, up] = STEPS[key] ?? [];
  if (across === undefined || up === undefined) return undefined;
  return within(row + up, rows) * columns + within(column + across, columns);
}

function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}
