/** Scratch to look at a double's bits; written and read within one call, never kept. */
const BITS = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a double as a signed integer: sign, 11 bits of exponent, 20 of the fraction. */
export function highWord(x: number): number {
  BITS.setFloat64(0, x, true);
  return BITS.getInt32(4, true);
}

/** The double x with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  BITS.setFloat64(0, x, true);
  BITS.setInt32(4, high, true);
  return BITS.getFloat64(0, true);
}

/** 2^k for a normal double: k from −1022 to 1023. */
export function powerOfTwo(k: number): number {
  BITS.setInt32(0, 0, true);
  BITS.setInt32(4, (k + 1023) << 20, true);
  return BITS.getFloat64(0, true);
}
