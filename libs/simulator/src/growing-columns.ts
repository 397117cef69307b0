/** Where columns come from: new memory, or memory used before. */
export type Allocate = (length: number) => Float64Array;

/** Columns that grow row by row: doubled when full, cut to length at the end. A row's cells are written one by one by its owner. */
export class GrowingColumns {
  length = 0;
  readonly columns: Float64Array[];
  private capacity = 64;

  constructor(
    count: number,
    private readonly allocate: Allocate,
  ) {
    this.columns = Array.from({ length: count }, () => allocate(this.capacity));
  }

  /** Adds a row and answers its index. What stands in it is left from before: write all of it. */
  append(): number {
    if (this.length === this.capacity) this.grow();
    return this.length++;
  }

  column(index: number): Float64Array {
    return this.columns[index]!.subarray(0, this.length);
  }

  /** A column computed row by row. */
  derived(value: (row: number) => number): Float64Array {
    const column = this.allocate(this.length);
    for (let row = 0; row < this.length; row++) column[row] = value(row);
    return column;
  }

  codes(index: number): Uint8Array {
    return new Uint8Array(this.column(index));
  }

  private grow(): void {
    this.capacity *= 2;
    this.columns.forEach((column, i) => {
      const twice = this.allocate(this.capacity);
      twice.set(column);
      this.columns[i] = twice;
    });
  }
}
