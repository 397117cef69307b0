import { utf8 } from '@projecta/hashing';

/** A field of a flatbuffer table: its bytes, or a reference to something written before. */
export type FlatField = readonly ['u8' | 'i16' | 'i32' | 'i64' | 'ref', number] | undefined;

/** Writes one flatbuffer from its end to its start, children before parents; what is written is known by its distance from the end. */
export interface FlatBuffer {
  text(value: string): number;
  /** Fields by slot; undefined takes the schema's default. */
  table(fields: readonly FlatField[]): number;
  references(targets: readonly number[]): number;
  /** A vector of structs of 64-bit words. */
  words(perStruct: number, values: readonly number[]): number;
  finish(root: number): Uint8Array;
}

const SIZE = { u8: 1, i16: 2, i32: 4, i64: 8, ref: 4 } as const;

/** An empty flatbuffer (https://flatbuffers.dev/internals): the little of the format that Arrow's metadata needs. */
export function flatBuffer(): FlatBuffer {
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  let used = 0;

  /** Zeros until `size` bytes more are aligned to `align`. */
  function align(to: number, size = 0): void {
    used += (to - ((used + size) % to)) % to;
    if (used + size + 8 > bytes.length) grow(size);
  }

  function grow(size: number): void {
    const larger = new Uint8Array(Math.max(bytes.length * 2, bytes.length + size + 1024));
    larger.set(bytes, larger.length - bytes.length);
    bytes = larger;
    view = new DataView(larger.buffer);
  }

  function push([kind, value]: NonNullable<FlatField>): number {
    align(SIZE[kind], SIZE[kind]);
    used += SIZE[kind];
    const at = bytes.length - used;
    if (kind === 'u8') view.setUint8(at, value);
    else if (kind === 'i16') view.setInt16(at, value, true);
    else if (kind === 'i64') view.setBigInt64(at, BigInt(value), true);
    else view.setInt32(at, kind === 'ref' ? used - value : value, true);
    return used;
  }

  return {
    text(value) {
      const content = utf8(value);
      align(4, content.length + 1);
      used += content.length + 1; // a zero ends it
      bytes.set(content, bytes.length - used);
      return push(['i32', content.length]);
    },
    table(fields) {
      const start = used;
      const slots = fields.map((field) => (field ? push(field) : 0));
      const table = push(['i32', 0]);
      for (const slot of slots.toReversed()) push(['i16', slot === 0 ? 0 : table - slot]);
      push(['i16', table - start]);
      const layout = push(['i16', 4 + 2 * slots.length]);
      view.setInt32(bytes.length - table, layout - table, true);
      return table;
    },
    references(targets) {
      align(4, 4 * targets.length);
      for (const target of targets.toReversed()) push(['ref', target]);
      return push(['i32', targets.length]);
    },
    words(perStruct, values) {
      align(8, 8 * values.length);
      for (const value of values.toReversed()) push(['i64', value]);
      return push(['i32', values.length / perStruct]);
    },
    finish(root) {
      align(8, 4);
      push(['ref', root]);
      return bytes.slice(bytes.length - used);
    },
  };
}
