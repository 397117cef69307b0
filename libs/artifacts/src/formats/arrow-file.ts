import { float64LittleEndian, utf8 } from '@projecta/hashing';
import { int64LittleEndian } from '../int64-little-endian.js';
import { packBits } from '../pack-bits.js';
import type { Table, TableColumn, TextColumn } from '../table.js';
import { batchMessage, footer, schemaMessage } from './arrow-metadata.js';

const MAGIC = utf8('ARROW1');
const EMPTY = new Uint8Array(0);

/** A table as an Arrow IPC file with one record batch: times Int64 (field metadata `unit: ms`), numbers Float64, flags Bool, texts Utf8. */
export function arrowFile(table: Table): Uint8Array {
  const buffers = table.columns.flatMap(buffersOf);
  const spans: [number, number][] = [];
  let bodyLength = 0;
  for (const { length } of buffers) {
    spans.push([bodyLength, length]);
    bodyLength += padded(length);
  }
  const schema = framed(schemaMessage(table));
  const batch = framed(batchMessage({ rows: table.rows, nullCounts: table.columns.map(nullCount), buffers: spans, bodyLength }));
  const end = footer(table, { offset: 8 + schema.length, metadataLength: batch.length, bodyLength });
  return joined([MAGIC, schema, batch, ...buffers, framed(EMPTY), end], [int32(end.length), MAGIC]);
}

function buffersOf(column: TableColumn): Uint8Array[] {
  if (column.kind === 'time') return [EMPTY, int64LittleEndian(column.values)];
  if (column.kind === 'flag') return [EMPTY, packBits(column.values)];
  if (column.kind === 'number') return [column.valid ? packBits(column.valid) : EMPTY, float64LittleEndian(column.values)];
  return [EMPTY, ...textBuffers(column)];
}

/** The rows' offsets as INT32, one more than rows, and the texts one after the other. */
function textBuffers({ codes, texts }: TextColumn): [Uint8Array, Uint8Array] {
  const encoded = texts.map(utf8);
  const offsets = new DataView(new ArrayBuffer(4 * (codes.length + 1)));
  let length = 0;
  for (let i = 0; i < codes.length; i++) offsets.setInt32(4 * (i + 1), (length += encoded[codes[i]!]!.length), true);
  const data = new Uint8Array(length);
  for (let i = 0; i < codes.length; i++) data.set(encoded[codes[i]!]!, offsets.getInt32(4 * i, true));
  return [new Uint8Array(offsets.buffer), data];
}

function nullCount(column: TableColumn): number {
  if (column.kind !== 'number' || !column.valid) return 0;
  return column.valid.reduce((count, valid) => count + 1 - valid, 0);
}

/** A message as it stands in the file: continuation mark, length, flatbuffer, zeros to a multiple of 8; an empty one ends the stream. */
function framed(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + padded(message.length));
  bytes.fill(0xff, 0, 4);
  bytes.set(int32(padded(message.length)), 4);
  bytes.set(message, 8);
  return bytes;
}

/** The parts each padded to a multiple of 8, then the tail as it is. */
function joined(parts: readonly Uint8Array[], tail: readonly Uint8Array[]): Uint8Array {
  const size = (pieces: readonly Uint8Array[], sizeOf: (length: number) => number): number =>
    pieces.reduce((sum, { length }) => sum + sizeOf(length), 0);
  const bytes = new Uint8Array(size(parts, padded) + size(tail, (length) => length));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  for (const part of tail) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return bytes;
}
