/**
 * Columns that are taken, given back all at once, and taken again.
 * First touch of new memory costs more than most work on it, so a run recomputes its decisions in the columns of the time before.
 */
export class Arena {
  /** The first `taken` are in use. Runs take the same lengths in the same order, so each finds its own column of last time at its place. */
  private readonly buffers: Float64Array[] = [];
  private taken = 0;

  /** A column of this length; what is in it is left from before. */
  take(length: number): Float64Array {
    const place = this.taken++;
    const before = this.buffers[place];
    const buffer = before && before.length >= length ? before : (this.buffers[place] = new Float64Array(length));
    return buffer.length === length ? buffer : buffer.subarray(0, length);
  }

  /** Gives all columns back: whoever still reads one will see it overwritten. */
  release(): void {
    this.taken = 0;
  }
}
