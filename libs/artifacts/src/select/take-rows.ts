import type { Table, TableColumn, TextColumn } from '../table.js';

/** The table of some rows, in the order given. */
export function takeRows(table: Table, rows: Uint32Array): Table {
  return { name: table.name, columns: table.columns.map((column) => taken(column, rows)), rows: rows.length };
}

function taken(column: TableColumn, rows: Uint32Array): TableColumn {
  switch (column.kind) {
    case 'time':
      return { ...column, values: numbersAt(column.values, rows) };
    case 'number':
      return { ...column, values: numbersAt(column.values, rows), ...(column.valid && { valid: bytesAt(column.valid, rows) }) };
    case 'flag':
      return { ...column, values: bytesAt(column.values, rows) };
    case 'text':
      return textsAt(column, rows);
  }
}

function numbersAt(values: Float64Array, rows: Uint32Array): Float64Array {
  const chosen = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) chosen[i] = values[rows[i]!]!;
  return chosen;
}

function bytesAt(values: Uint8Array, rows: Uint32Array): Uint8Array {
  const chosen = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) chosen[i] = values[rows[i]!]!;
  return chosen;
}

/** Texts that no chosen row has are dropped, and codes count by first appearance again. */
function textsAt(column: TextColumn, rows: Uint32Array): TextColumn {
  const codeOf = new Map<number, number>();
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const old = column.codes[rows[i]!]!;
    const code = codeOf.get(old) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(old, code);
    codes[i] = code;
  }
  return { ...column, codes, texts: [...codeOf.keys()].map((old) => column.texts[old]!) };
}
