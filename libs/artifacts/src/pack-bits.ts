/** Ones and zeros as bits, the first in the lowest bit of the first byte: what Parquet and Arrow hold booleans in. */
export function packBits(values: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  for (let i = 0; i < values.length; i++) bytes[i >> 3]! |= values[i]! << (i & 7);
  return bytes;
}
