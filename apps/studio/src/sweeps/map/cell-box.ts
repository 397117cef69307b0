/** A place on a map, in shares of its width from the left and of its height from the top; a point has no size. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A place of the pointer, in the same shares. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
  /** Width of the map over its height. */
  readonly ratio: number;
}

/** How cells lie on a map, row by row from the bottom. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** The cell that is meant; undefined where none is. */
  at(pointed: Pointed): number | undefined;
  boxOf(cell: number): Box;
}

/** Cells side by side: those of a heat map, or, in one row, of a line. */
export function tiledCells({ columns, rows }: Pick<Cells, 'columns' | 'rows'>): Cells {
  return {
    columns,
    rows,
    at({ x, y }) {
      if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return undefined;
      return (rows - 1 - Math.floor(y * rows)) * columns + Math.floor(x * columns);
    },
    boxOf: (cell) => ({
      left: (cell % columns) / columns,
      top: (rows - 1 - Math.floor(cell / columns)) / rows,
      width: 1 / columns,
      height: 1 / rows,
    }),
  };
}

/** How far a pointer reaches, in heights of the map. */
const REACH = 0.06;

interface Scattered {
  /** By point, shares of the map. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The points that can be met, from left to right. */
  readonly order: readonly number[];
}

/** Points anywhere, in one row from left to right: cell k is the k-th of `order`. A pointer means the nearest one within its reach. */
export function scatteredCells({ x, y, order }: Scattered): Cells {
  return {
    columns: order.length,
    rows: 1,
    at(pointed) {
      let nearest: number | undefined;
      let least = REACH;
      for (const [cell, point] of order.entries()) {
        const across = (x[point]! - pointed.x) * pointed.ratio;
        const down = y[point]! - pointed.y;
        const away = Math.sqrt(across * across + down * down);
        if (away <= least) [nearest, least] = [cell, away];
      }
      return nearest;
    },
    boxOf: (cell) => ({ left: x[order[cell]!]!, top: y[order[cell]!]!, width: 0, height: 0 }),
  };
}
