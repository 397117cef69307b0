import { ties } from '@projecta/numeric';

/** A search over axes whose values stand in order. */
export interface SearchGrid {
  /** Cells along each axis; a cell's index runs along the last axis first. */
  readonly shape: readonly number[];
  /** The objective by cell; NaN where nothing ran or it has no value. */
  readonly values: Float64Array;
  /** The cell of the best; it has a value. */
  readonly best: number;
  readonly lowerIsBetter: boolean;
  /** Share of the range from the worst value to the best by which a cell may fall short and still belong. */
  readonly tolerance: number;
}

/** What lies around the best. */
export interface Plateau {
  /** The value a cell must reach to belong. */
  readonly limit: number;
  /** The best and all cells that steps over cells which belong lead to, ascending. */
  readonly cells: readonly number[];
  /** Cells with a value one step from the best along one axis, ascending. */
  readonly neighbours: readonly number[];
}

/** The connected region around the best of a search: cells one step apart along one axis are neighbours, and a tie with the limit belongs. */
export function plateauOf({ shape, values, best, lowerIsBetter, tolerance }: SearchGrid): Plateau {
  const top = values[best]!;
  const limit = top + tolerance * (worstOf(values, lowerIsBetter) - top);
  const belongs = (value: number): boolean => ties(value, limit) || (lowerIsBetter ? value < limit : value > limit);
  const found = new Set([best]);
  for (const cell of found) for (const next of steps(cell, shape)) if (belongs(values[next]!)) found.add(next);
  const neighbours = steps(best, shape).filter((cell) => !Number.isNaN(values[cell]!));
  return { limit, cells: ascending(found), neighbours: ascending(neighbours) };
}

function worstOf(values: Float64Array, lowerIsBetter: boolean): number {
  let worst = NaN;
  for (const value of values) if (Number.isNaN(worst) || (lowerIsBetter ? value > worst : value < worst)) worst = value;
  return worst;
}

function steps(cell: number, shape: readonly number[]): number[] {
  const found: number[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    const at = Math.floor(cell / stride) % length;
    if (at > 0) found.push(cell - stride);
    if (at < length - 1) found.push(cell + stride);
    stride *= length;
  }
  return found;
}

function ascending(cells: Iterable<number>): number[] {
  return [...cells].sort((a, b) => a - b);
}
