const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The column's values as little-endian float64 bytes, whatever the machine.
 * On a little-endian machine these are a view of the column's own memory: read them, do not write.
 */
export function float64LittleEndian(column: Float64Array): Uint8Array {
  if (IS_LITTLE_ENDIAN) return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return float64LittleEndianCopy(column);
}

/** The same bytes as a copy of their own, written one by one: the branch of big-endian machines. */
export function float64LittleEndianCopy(column: Float64Array): Uint8Array {
  const bytes = new Uint8Array(column.byteLength);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < column.length; i++) view.setFloat64(i * 8, column[i]!, true);
  return bytes;
}
