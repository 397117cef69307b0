import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { extraDigest } from './extra-digest.js';
import { float64LittleEndian, float64LittleEndianCopy } from './float64-little-endian.js';
import { hashColumns } from './hash-columns.js';
import { utf8 } from './utf8.js';

interface Vectors {
  readonly extra_of_abc: { sha512: string; 'sha3-256': string };
  readonly columns: { tag: string; flags: number; columns: number[][]; sha256: string }[];
}

const vectors = readVectors<Vectors>(import.meta.url, 'hashes.json');

describe('hashColumns', () => {
  test("F1: the tag's line, n as u64, a byte of flags, then the columns, all little-endian: as Python packs them", () => {
    for (const { tag, flags, columns, sha256 } of vectors.columns) {
      const typed = columns.map((column) => Float64Array.from(column));
      expect(hashColumns({ tag, length: columns[0]!.length, flags, columns: typed })).toBe(sha256);
    }
  });
  test('flags are 0 when left out', () => {
    const columns = [Float64Array.of(1, 2)];
    expect(hashColumns({ tag: 't', length: 2, columns })).toBe(hashColumns({ tag: 't', length: 2, flags: 0, columns }));
    expect(hashColumns({ tag: 't', length: 2, columns })).not.toBe(hashColumns({ tag: 't', length: 2, flags: 1, columns }));
  });
  test('a view into a larger column hashes like a copy of it', () => {
    const whole = Float64Array.of(9, 1, 2, 9);
    expect(hashColumns({ tag: 't', length: 2, columns: [whole.subarray(1, 3)] })).toBe(
      hashColumns({ tag: 't', length: 2, columns: [Float64Array.of(1, 2)] }),
    );
  });
  test('−0 and 0, and values in another column, differ', () => {
    const hash = (...columns: number[][]): string =>
      hashColumns({ tag: 't', length: columns[0]!.length, columns: columns.map((c) => Float64Array.from(c)) });
    expect(hash([0])).not.toBe(hash([-0]));
    expect(hash([1, 2], [3, 4])).not.toBe(hash([1, 3], [2, 4]));
  });
  test('a column of another length, a tag with a line end and flags beyond a byte are refused', () => {
    expect(() => hashColumns({ tag: 't', length: 2, columns: [Float64Array.of(1)] })).toThrow(
      /Column 0 has 1 values where the table has 2 rows/,
    );
    expect(() => hashColumns({ tag: 't\n', length: 0, columns: [] })).toThrow(/printable ASCII/);
    expect(() => hashColumns({ tag: 'ü', length: 0, columns: [] })).toThrow(/printable ASCII/);
    expect(() => hashColumns({ tag: 't', length: 0, flags: 256, columns: [] })).toThrow(/a byte/);
    expect(() => hashColumns({ tag: 't', length: 1.5, columns: [] })).toThrow(/integer >= 0/);
  });
});

test('the byte-swapping branch gives the bytes of the view', () => {
  const column = Float64Array.of(1.5, -0, NaN, Infinity, 5e-324, 1704067200000).subarray(1);
  expect([...float64LittleEndianCopy(column)]).toEqual([...float64LittleEndian(column)]);
  expect([...float64LittleEndian(Float64Array.of(1))]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
});

test('extra digests are those of Python, and of the BLAKE3 paper', () => {
  expect(extraDigest('sha512', utf8('abc'))).toBe(vectors.extra_of_abc.sha512);
  expect(extraDigest('sha3-256', utf8('abc'))).toBe(vectors.extra_of_abc['sha3-256']);
  expect(extraDigest('blake3', new Uint8Array(0))).toBe('af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262');
});
