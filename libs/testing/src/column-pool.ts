/** Columns taken in one run and given back before the next: benches measure the work, not the first touch of memory. */
export function columnPool(): { take(length: number): Float64Array; release(): void } {
  const free: Float64Array[] = [];
  const taken: Float64Array[] = [];
  return {
    take(length) {
      const fits = free.findIndex((buffer) => buffer.length >= length);
      const buffer = fits >= 0 ? free.splice(fits, 1)[0]! : new Float64Array(length);
      taken.push(buffer);
      return buffer.subarray(0, length);
    },
    release() {
      free.push(...taken.splice(0));
      free.sort((a, b) => a.length - b.length);
    },
  };
}
