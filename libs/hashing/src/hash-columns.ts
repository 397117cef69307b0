import { ProjectaError, quote } from '@projecta/errors';
import { float64LittleEndian } from './float64-little-endian.js';
import { sha256Stream, type Sha256Stream } from './sha256.js';
import { utf8 } from './utf8.js';

export interface ColumnsToHash {
  /** Names and versions the encoding, such as `projecta-candles-1`; printable ASCII, without the line's end. */
  readonly tag: string;
  /** Rows: the length of every column. */
  readonly length: number;
  /** One byte, 0–255, that says which optional columns are there; 0 when left out. */
  readonly flags?: number;
  /** In the encoding's order. */
  readonly columns: readonly Float64Array[];
}

/**
 * SHA-256 of a table, independent of the file format it came in.
 * Bytes: the tag and "\n", the length as u64 little-endian, the flags as one byte, then each column as little-endian float64.
 * `start` begins the hash: the pure one, or the faster one of `@projecta/hashing/node`.
 */
export function hashColumns(table: ColumnsToHash, start: () => Sha256Stream = sha256Stream): string {
  check(table);
  const stream = start()
    .update(utf8(`${table.tag}\n`))
    .update(header(table));
  for (const column of table.columns) stream.update(float64LittleEndian(column));
  return stream.digestHex();
}

function header({ length, flags = 0 }: ColumnsToHash): Uint8Array {
  const bytes = new Uint8Array(9);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length >>> 0, true);
  view.setUint32(4, Math.floor(length / 0x1_0000_0000), true);
  view.setUint8(8, flags);
  return bytes;
}

function check({ tag, length, flags = 0, columns }: ColumnsToHash): void {
  if (!/^[ -~]+$/.test(tag)) throw new ProjectaError('NOT_ALLOWED', `The tag ${quote(tag)} must be printable ASCII without a line's end.`);
  if (!Number.isSafeInteger(length) || length < 0)
    throw new ProjectaError('OUT_OF_RANGE', `The length ${quote(length)} must be an integer >= 0.`);
  if (!Number.isInteger(flags) || flags < 0 || flags > 255)
    throw new ProjectaError('OUT_OF_RANGE', `The flags ${quote(flags)} must be a byte, 0–255.`);
  columns.forEach((column, i) => {
    if (column.length !== length)
      throw new ProjectaError('DATA_INVALID', `Column ${i} has ${column.length} values where the table has ${length} rows.`);
  });
}
