const TWO_32 = 0x1_0000_0000;

/** Whole numbers below 2^53 as little-endian INT64 bytes, without a BigInt a value. */
export function int64LittleEndian(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) {
    const high = Math.floor(values[i]! / TWO_32);
    view.setUint32(8 * i, values[i]! - high * TWO_32, true);
    view.setInt32(8 * i + 4, high, true);
  }
  return bytes;
}
