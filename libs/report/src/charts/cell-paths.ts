/** Cells in rows from the bottom up; cell = row · columns + column. */
export interface CellShape {
  readonly columns: number;
  readonly rows: number;
}

/** The cells that are wanted as one path, a rectangle for each run of neighbours in a row; unit squares, y downwards. */
export function cellRuns({ columns, rows }: CellShape, wanted: (cell: number) => boolean): string {
  let data = '';
  for (let row = rows - 1; row >= 0; row--) {
    for (let from = 0; from < columns; from++) {
      let to = from;
      while (to < columns && wanted(row * columns + to)) to++;
      if (to > from) data += `M${from} ${rows - 1 - row}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return data;
}

/** The cells that are wanted as one path, a square for each. */
export function cellSquares({ columns, rows }: CellShape, wanted: (cell: number) => boolean): string {
  let data = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    if (wanted(cell)) data += `M${cell % columns} ${rows - 1 - Math.floor(cell / columns)}h1v1h-1z`;
  }
  return data;
}

/** The border of a set of cells: a line wherever one side belongs and the other does not. */
export function cellOutline({ columns, rows }: CellShape, cells: ReadonlySet<number>): string {
  const has = (column: number, y: number): boolean =>
    column >= 0 && column < columns && y >= 0 && y < rows && cells.has((rows - 1 - y) * columns + column);
  const across = lines(rows + 1, columns, (y, column) => has(column, y - 1) !== has(column, y));
  const down = lines(columns + 1, rows, (x, y) => has(x - 1, y) !== has(x, y));
  const horizontal = across.map(({ line, from, to }) => `M${from} ${line}h${to - from}`);
  const vertical = down.map(({ line, from, to }) => `M${line} ${from}v${to - from}`);
  return [...horizontal, ...vertical].join('');
}

interface Line {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function lines(count: number, length: number, drawn: (line: number, at: number) => boolean): Line[] {
  const found: Line[] = [];
  for (let line = 0; line < count; line++) {
    for (let from = 0; from < length; from++) {
      let to = from;
      while (to < length && drawn(line, to)) to++;
      if (to > from) found.push({ line, from, to });
      from = to;
    }
  }
  return found;
}
