/** Where columns come from: new memory, or memory used before. */
export type Allocate = (length: number) => Float64Array;

/**
 * Rows of numbers that grow one by one: doubled when full, a row's cells side by side, each written by the row's owner.
 * Fills lie hundreds of bars apart: a row in one place is one cold read of memory where a row over as many columns was one a cell.
 * Columns are made when they are first asked for, and then kept: what a trial's metrics do not read is never made.
 */
export class GrowingRows {
  length = 0;
  /** Cell c of row i is at i·width + c. */
  cells: Float64Array;
  private readonly kept = new Map<number | string, Float64Array>();

  constructor(
    private readonly width: number,
    private readonly allocate: Allocate,
  ) {
    this.cells = allocate(64 * width);
  }

  /** Adds a row and answers where its first cell is. What stands in it is left from before: write all of it. */
  append(): number {
    const first = this.length * this.width;
    if (first === this.cells.length) this.grow();
    this.length++;
    return first;
  }

  column(cell: number): Float64Array {
    return this.made(cell, (column, cells, width) => {
      for (let row = 0, at = cell; row < column.length; row++, at += width) column[row] = cells[at]!;
    });
  }

  codes(cell: number): Uint8Array {
    return new Uint8Array(this.column(cell));
  }

  /** A column by its name, filled from the cells by a loop of its own: one function for all columns, called for each row, took twice as long. */
  made(name: number | string, fill: (column: Float64Array, cells: Float64Array, width: number) => void): Float64Array {
    const before = this.kept.get(name);
    if (before) return before;
    const column = this.allocate(this.length);
    fill(column, this.cells, this.width);
    this.kept.set(name, column);
    return column;
  }

  private grow(): void {
    const twice = this.allocate(2 * this.cells.length);
    twice.set(this.cells);
    this.cells = twice;
  }
}
