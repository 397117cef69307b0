import { flatTable, type FlatTable } from './flat-table.js';

/** The columns of an Arrow file by name: what the service's tables and candles come as. */
export interface ArrowTable {
  readonly rows: number;
  readonly names: readonly string[];
  /** Doubles, or times as epoch ms; NaN stands for null. Throws where there is no such column. */
  numbers(name: string): Float64Array<ArrayBuffer>;
  texts(name: string): string[];
  flags(name: string): boolean[];
  /** Row by row; null where there is no value. */
  objects(): Readonly<Record<string, number | string | boolean | null>>[];
}

interface Column {
  readonly type: number;
  readonly nulls: number;
  /** Validity, then values; of texts validity, offsets, bytes. */
  readonly buffers: readonly DataView[];
}

const INT = 2;
const DOUBLE = 3;
const TEXT = 5;
const FLAG = 6;
const TRAILER = 10; // length of the footer, then the mark ARROW1

/**
 * Reads an Arrow IPC file of one record batch without compression, dictionaries or nesting, which is what the service writes
 * (https://arrow.apache.org/docs/format/Columnar.html). Throws for any other bytes.
 */
export function arrowTable(file: ArrayBuffer): ArrowTable {
  const view = new DataView(file);
  const end = file.byteLength - TRAILER;
  if (end < TRAILER || new TextDecoder().decode(new Uint8Array(file, 0, 6)) !== 'ARROW1') throw new Error('These bytes are no Arrow file.');
  const footer = flatTable(view, end - view.getInt32(end, true));
  const block = footer.structs(3, 24)[0];
  const fields = footer.table(1).tables(1);
  const columns = new Map<string, Column>();
  const rows = block === undefined ? 0 : readBatch(view, { block, fields, columns });
  const column = (name: string): Column => {
    const found = columns.get(name);
    if (!found) throw new Error(`The table has no column ${name}; it has ${[...columns.keys()].join(', ')}.`);
    return found;
  };
  const names = fields.map((field) => field.text(0));
  return {
    rows,
    names,
    numbers: (name) => numbersOf(column(name), rows),
    texts: (name) => textsOf(column(name), rows),
    flags: (name) => flagsOf(column(name), rows),
    objects() {
      const all = names.map((name) => [name, valuesOf(column(name), rows)] as const);
      return Array.from({ length: rows }, (_, i) => Object.fromEntries(all.map(([name, values]) => [name, values[i]!])));
    },
  };
}

function valuesOf(column: Column, rows: number): readonly (number | string | boolean | null)[] {
  if (column.type === TEXT) return textsOf(column, rows);
  if (column.type === FLAG) return flagsOf(column, rows);
  const numbers = Array.from(numbersOf(column, rows));
  return column.nulls === 0 ? numbers : numbers.map((value, i) => (bit(column.buffers[0]!, i) ? value : null));
}

function flagsOf({ buffers }: Column, rows: number): boolean[] {
  return Array.from({ length: rows }, (_, i) => bit(buffers[1]!, i));
}

interface Batch {
  readonly block: number;
  readonly fields: readonly FlatTable[];
  readonly columns: Map<string, Column>;
}

/** Where each field's buffers lie: how many rows there are. */
function readBatch(view: DataView, { block, fields, columns }: Batch): number {
  const offset = Number(view.getBigInt64(block, true));
  const body = offset + view.getInt32(block + 8, true);
  const batch = flatTable(view, offset + 8).table(2);
  const nodes = batch.structs(1, 16);
  const spans = batch.structs(2, 16).map((at) => {
    const length = Number(view.getBigInt64(at + 8, true));
    return new DataView(view.buffer, body + Number(view.getBigInt64(at, true)), length);
  });
  let next = 0;
  fields.forEach((field, i) => {
    const type = field.byte(2);
    const count = type === TEXT ? 3 : 2;
    columns.set(field.text(0), { type, nulls: Number(view.getBigInt64(nodes[i]! + 8, true)), buffers: spans.slice(next, next + count) });
    next += count;
  });
  return batch.long(0);
}

function numbersOf({ type, nulls, buffers }: Column, rows: number): Float64Array<ArrayBuffer> {
  const [valid, data] = buffers as [DataView, DataView];
  if (type !== INT && type !== DOUBLE) throw new Error('The column holds no numbers.');
  const numbers =
    type === DOUBLE
      ? new Float64Array(data.buffer.slice(data.byteOffset, data.byteOffset + 8 * rows) as ArrayBuffer)
      : wholeNumbers(data, rows);
  if (nulls > 0) for (let i = 0; i < rows; i++) if (!bit(valid, i)) numbers[i] = NaN;
  return numbers;
}

/** Numbers of 64 bits as doubles: those below 2^53 are exact. */
function wholeNumbers(data: DataView, rows: number): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(rows);
  for (let i = 0; i < rows; i++) numbers[i] = data.getInt32(8 * i + 4, true) * 4294967296 + data.getUint32(8 * i, true);
  return numbers;
}

function textsOf({ type, buffers }: Column, rows: number): string[] {
  const [, offsets, data] = buffers as [DataView, DataView, DataView];
  if (type !== TEXT) throw new Error('The column holds no texts.');
  const decoder = new TextDecoder();
  const known = new Map<string, string>();
  return Array.from({ length: rows }, (_, i) => {
    const from = offsets.getInt32(4 * i, true);
    const text = decoder.decode(new Uint8Array(data.buffer, data.byteOffset + from, offsets.getInt32(4 * i + 4, true) - from));
    return known.get(text) ?? (known.set(text, text), text); // the same few texts, many times
  });
}

function bit(bits: DataView, i: number): boolean {
  return ((bits.getUint8(i >> 3) >> (i & 7)) & 1) === 1;
}
