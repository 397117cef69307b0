/** Scratch to look at a double's bits; written and read within one call, never kept. */
const BITS = new DataView(new ArrayBuffer(8));

/** The upper word of 1 less that of √½: from where mantissas are counted. */
const TO_SQRT_HALF = 0x3ff00000 - 0x3fe6a09e;

/** The k of x = m·2^k with m in [√½, √2), for a positive normal x. */
export function exponentOf(x: number): number {
  BITS.setFloat64(0, x, true);
  return ((BITS.getInt32(4, true) + TO_SQRT_HALF) >> 20) - 1023;
}
