/** Where columns come from: new memory, or memory used before. */
export type Allocate = (length: number) => Float64Array;

/** Rows of numbers that are appended one by one and read as columns at the end: doubled when full. */
export class GrowingRows {
  length = 0;
  values: Float64Array;

  constructor(
    private readonly stride: number,
    private readonly allocate: Allocate,
  ) {
    this.values = allocate(stride * 64);
  }

  /** Adds a row; returns the index of its first value in `values`. What stands there is left from before: write all of it. */
  append(): number {
    const start = this.length * this.stride;
    if (start === this.values.length) {
      const twice = this.allocate(this.values.length * 2);
      twice.set(this.values);
      this.values = twice;
    }
    this.length++;
    return start;
  }

  column(index: number): Float64Array {
    const column = this.allocate(this.length);
    for (let row = 0; row < this.length; row++) column[row] = this.values[row * this.stride + index]!;
    return column;
  }

  /** A column computed row by row. */
  derived(value: (row: number) => number): Float64Array {
    const column = this.allocate(this.length);
    for (let row = 0; row < this.length; row++) column[row] = value(row);
    return column;
  }

  codes(index: number): Uint8Array {
    const codes = new Uint8Array(this.length);
    for (let row = 0; row < this.length; row++) codes[row] = this.values[row * this.stride + index]!;
    return codes;
  }
}
