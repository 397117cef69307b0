/** Rows of numbers that are appended one by one and read as columns at the end: doubled when full. */
export class GrowingRows {
  length = 0;
  values: Float64Array;

  constructor(private readonly stride: number) {
    this.values = new Float64Array(stride * 64);
  }

  /** Adds a row of zeros; returns the index of its first value in `values`. */
  append(): number {
    const start = this.length * this.stride;
    if (start === this.values.length) {
      const twice = new Float64Array(this.values.length * 2);
      twice.set(this.values);
      this.values = twice;
    }
    this.length++;
    return start;
  }

  column(index: number): Float64Array {
    const column = new Float64Array(this.length);
    for (let row = 0; row < this.length; row++) column[row] = this.values[row * this.stride + index]!;
    return column;
  }

  codes(index: number): Uint8Array {
    return Uint8Array.from(this.column(index));
  }
}
