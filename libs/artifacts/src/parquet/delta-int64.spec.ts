import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { deltaInt64 } from './delta-int64.js';

const MAX = Number.MAX_SAFE_INTEGER;

/** The writer library's BigInt encoding: the twin. */
function twin(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  deltaBinaryPack(writer, BigInt64Array.from(values, BigInt), 'INT64');
  return writer.getBytes();
}

describe('deltaInt64', () => {
  test('of ascending times is the library’s encoding, byte for byte', () => {
    const step = fc.oneof(fc.constant(60_000), fc.nat(1), fc.nat(2 ** 24), fc.nat(2 ** 31), fc.integer({ min: 0, max: 2 ** 40 }));
    const run = fc.tuple(step, fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(
        fc.integer({ min: -8e15, max: 1e15 }),
        fc.array(fc.oneof(run, fc.tuple(step, fc.constant(1))), { maxLength: 40 }),
        (first, runs) => {
          const values = [first];
          for (const [delta, times] of runs) for (let i = 0; i < times; i++) values.push(Math.min(MAX, values.at(-1)! + delta));
          expect(deltaInt64(Float64Array.from(values))).toEqual(twin(values));
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ['one value', [1_700_000_000_000]],
    ['the widest steps', [-MAX, 0, 0, MAX]],
    ['the widest step among the smallest', [...Array.from({ length: 300 }, (_, i) => i), MAX]],
    ['a value of 2^53 − 1 alone', [MAX]],
    ['−(2^53 − 1) alone', [-MAX]],
    ['equal values', Array.from({ length: 129 }, () => 5)],
    ['129 values', Array.from({ length: 129 }, (_, i) => i * i)],
    ['130 values', Array.from({ length: 130 }, (_, i) => i * i)],
  ])('of %s is the library’s encoding', (_, values) => {
    expect(deltaInt64(Float64Array.from(values))).toEqual(twin(values));
  });
});
