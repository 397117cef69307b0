/** A table of a flatbuffer (https://flatbuffers.dev/internals): its fields by slot. */
export interface FlatTable {
  byte(slot: number): number;
  /** A whole number of 64 bits; 0 where it is left out. */
  long(slot: number): number;
  text(slot: number): string;
  table(slot: number): FlatTable;
  tables(slot: number): FlatTable[];
  /** Where the structs of a vector stand. */
  structs(slot: number, size: number): number[];
}

/** The root table of the flatbuffer that begins at `start`. */
export function flatTable(view: DataView, start: number): FlatTable {
  return tableAt(view, start + view.getInt32(start, true));
}

function tableAt(view: DataView, at: number): FlatTable {
  const layout = at - view.getInt32(at, true);
  const slots = (view.getUint16(layout, true) - 4) / 2;
  const field = (slot: number): number | undefined => {
    const offset = slot < slots ? view.getUint16(layout + 4 + 2 * slot, true) : 0;
    return offset === 0 ? undefined : at + offset;
  };
  const target = (slot: number): number => {
    const from = field(slot);
    if (from === undefined) throw new Error(`The flatbuffer has nothing in slot ${slot}.`);
    return from + view.getInt32(from, true);
  };
  const vector = (slot: number, size: number): number[] => {
    if (field(slot) === undefined) return [];
    const first = target(slot);
    return Array.from({ length: view.getInt32(first, true) }, (_, i) => first + 4 + i * size);
  };
  return {
    byte: (slot) => {
      const from = field(slot);
      return from === undefined ? 0 : view.getUint8(from);
    },
    long: (slot) => {
      const from = field(slot);
      return from === undefined ? 0 : Number(view.getBigInt64(from, true));
    },
    text: (slot) => {
      const from = target(slot);
      return new TextDecoder().decode(new Uint8Array(view.buffer, from + 4, view.getInt32(from, true)));
    },
    table: (slot) => tableAt(view, target(slot)),
    tables: (slot) => vector(slot, 4).map((each) => tableAt(view, each + view.getInt32(each, true))),
    structs: vector,
  };
}
