/**
 * Columns that are taken, given back all at once, and taken again.
 * First touch of new memory costs more than most work on it, so a run recomputes its decisions in the columns of the time before.
 */
export class Arena {
  private readonly free: Float64Array[] = [];
  private readonly taken: Float64Array[] = [];

  /** A column of this length; what is in it is left from before. */
  take(length: number): Float64Array {
    const fits = this.free.findIndex((buffer) => buffer.length >= length);
    const buffer = fits >= 0 ? this.free.splice(fits, 1)[0]! : new Float64Array(length);
    this.taken.push(buffer);
    return buffer.length === length ? buffer : buffer.subarray(0, length);
  }

  /** Gives all columns back: whoever still reads one will see it overwritten. */
  release(): void {
    this.free.push(...this.taken.splice(0));
    this.free.sort((a, b) => a.length - b.length);
  }
}
