import type { FlagColumn, NumberColumn, TextColumn, TimeColumn } from './table.js';

/** A column of epoch milliseconds; the array is kept, not copied. */
export function timeColumn(name: string, values: Float64Array): TimeColumn {
  return { name, kind: 'time', values };
}

/** A column of doubles; the array is kept unless a NaN has other bits than the canonical one. */
export function numberColumn(name: string, values: Float64Array): NumberColumn {
  return { name, kind: 'number', values: canonicalNaN(values) };
}

/** A column of doubles that may have nulls. */
export function nullableColumn(name: string, values: readonly (number | null)[]): NumberColumn {
  const numbers = new Float64Array(values.length);
  const valid = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (value === null) continue;
    numbers[i] = value;
    valid[i] = 1;
  }
  return { name, kind: 'number', values: canonicalNaN(numbers), valid };
}

/** A column of doubles where NaN stands for null. */
export function optionalColumn(name: string, values: Float64Array): NumberColumn {
  const numbers = values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { name, kind: 'number', values: numbers, valid: Uint8Array.from(values, (value) => Number(!Number.isNaN(value))) };
}

/** A column of true and false. */
export function flagColumn(name: string, values: readonly boolean[]): FlagColumn {
  return { name, kind: 'flag', values: Uint8Array.from(values, Number) };
}

/** A column of texts. */
export function textColumn(name: string, values: readonly string[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const text = values[i]!;
    const code = codeOf.get(text) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(text, code);
    codes[i] = code;
  }
  return { name, kind: 'text', codes, texts: [...codeOf.keys()] };
}

const NAN_HIGH = 0x7ff80000;
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The hardware's 0/0 has its sign bit set, an engine's NaN has not: the same column must be the same bytes everywhere. */
function canonicalNaN(values: Float64Array): Float64Array {
  if (!hasOtherNaN(values)) return values;
  const copy = values.slice();
  const words = new Uint32Array(copy.buffer, copy.byteOffset, copy.length * 2);
  for (let i = 0; i < copy.length; i++) {
    if (!Number.isNaN(copy[i]!)) continue;
    words[2 * i + HIGH] = NAN_HIGH;
    words[2 * i + 1 - HIGH] = 0;
  }
  return copy;
}

function hasOtherNaN(values: Float64Array): boolean {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! === values[i]!) continue;
    if (words[2 * i + HIGH] !== NAN_HIGH || words[2 * i + 1 - HIGH] !== 0) return true;
  }
  return false;
}
