import { describe, expect, test } from '@jest/globals';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from './table-columns.js';

const wordsOf = (values: Float64Array): number[] => [...new Uint32Array(values.buffer, values.byteOffset, values.length * 2)];

describe('columns', () => {
  test('keep the arrays they are given', () => {
    const values = Float64Array.of(1, NaN, -0);
    expect(numberColumn('x', values).values).toBe(values);
    expect(timeColumn('ts', values).values).toBe(values);
  });

  test('NaN has one pattern of bits, whatever the hardware made, and the array given is not changed', () => {
    const values = Float64Array.of(1, 0, 3, -Infinity);
    const words = new Uint32Array(values.buffer);
    words.set([5, 0xfff80000], 2); // a NaN with its sign bit and a payload
    const before = wordsOf(values);
    const column = numberColumn('x', values);
    expect(wordsOf(column.values)).toEqual(wordsOf(Float64Array.of(1, NaN, 3, -Infinity)));
    expect(wordsOf(values)).toEqual(before);
  });

  test('a null is no value and no NaN', () => {
    const column = nullableColumn('x', [1.5, null, NaN]);
    expect(column.values).toEqual(Float64Array.of(1.5, 0, NaN));
    expect(column.valid).toEqual(Uint8Array.of(1, 0, 1));
  });

  test('texts are coded by their first appearance', () => {
    expect(textColumn('x', ['b', 'a', 'b', ''])).toEqual({
      name: 'x',
      kind: 'text',
      codes: Uint32Array.of(0, 1, 0, 2),
      texts: ['b', 'a', ''],
    });
  });

  test('flags are 1 and 0', () => {
    expect(flagColumn('x', [true, false]).values).toEqual(Uint8Array.of(1, 0));
  });
});
