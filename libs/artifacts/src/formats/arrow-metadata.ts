import type { Table, TableColumn } from '../table.js';
import { flatBuffer, type FlatBuffer, type FlatField } from './flatbuffer.js';

// Slots, unions and numbers are those of Arrow's Schema.fbs, Message.fbs and File.fbs.
const VERSION: FlatField = ['i16', 4]; // V5
const SCHEMA = 1;
const RECORD_BATCH = 3;
const TYPE = { time: 2, number: 3, text: 5, flag: 6 } as const; // Int, FloatingPoint, Utf8, Bool

/** Where a message lies in the file, in bytes. */
export interface ArrowBlock {
  readonly offset: number;
  readonly metadataLength: number;
  readonly bodyLength: number;
}

export interface ArrowBatch {
  readonly rows: number;
  readonly nullCounts: readonly number[];
  /** Offset and length of each buffer in the body. */
  readonly buffers: readonly (readonly [number, number])[];
  readonly bodyLength: number;
}

/** The message that names the columns: the flatbuffer alone. */
export function schemaMessage(table: Table): Uint8Array {
  const flat = flatBuffer();
  return flat.finish(flat.table([VERSION, ['u8', SCHEMA], ['ref', schema(flat, table)], ['i64', 0]]));
}

/** The message that says where the columns' buffers lie in its body. */
export function batchMessage({ rows, nullCounts, buffers, bodyLength }: ArrowBatch): Uint8Array {
  const flat = flatBuffer();
  const nodes = flat.words(
    2,
    nullCounts.flatMap((nulls) => [rows, nulls]),
  );
  const spans = flat.words(2, buffers.flat());
  const batch = flat.table([
    ['i64', rows],
    ['ref', nodes],
    ['ref', spans],
  ]);
  return flat.finish(flat.table([VERSION, ['u8', RECORD_BATCH], ['ref', batch], ['i64', bodyLength]]));
}

/** The file's footer: the schema again, and where the batch is. */
export function footer(table: Table, { offset, metadataLength, bodyLength }: ArrowBlock): Uint8Array {
  const flat = flatBuffer();
  const fields = schema(flat, table);
  const none = flat.words(3, []);
  const batches = flat.words(3, [offset, metadataLength, bodyLength]);
  return flat.finish(flat.table([VERSION, ['ref', fields], ['ref', none], ['ref', batches]]));
}

function schema(flat: FlatBuffer, { name, columns }: Table): number {
  const fields = flat.references(columns.map((column) => field(flat, column)));
  const metadata = flat.references([keyValue(flat, 'projecta.table', name)]);
  return flat.table([undefined, ['ref', fields], ['ref', metadata]]);
}

function field(flat: FlatBuffer, column: TableColumn): number {
  const name = flat.text(column.name);
  const type = flat.table(typeFields(column.kind));
  const children = flat.references([]);
  const metadata = flat.references(column.kind === 'time' ? [keyValue(flat, 'unit', 'ms')] : []);
  const nullable = column.kind === 'number' && column.valid ? 1 : 0;
  return flat.table([
    ['ref', name],
    ['u8', nullable],
    ['u8', TYPE[column.kind]],
    ['ref', type],
    undefined,
    ['ref', children],
    ['ref', metadata],
  ]);
}

function typeFields(kind: TableColumn['kind']): FlatField[] {
  // prettier-ignore
  if (kind === 'time') return [['i32', 64], ['u8', 1]]; // signed 64 bits
  return kind === 'number' ? [['i16', 2]] : []; // DOUBLE
}

function keyValue(flat: FlatBuffer, key: string, value: string): number {
  const texts = [flat.text(key), flat.text(value)] as const;
  return flat.table([
    ['ref', texts[0]],
    ['ref', texts[1]],
  ]);
}
