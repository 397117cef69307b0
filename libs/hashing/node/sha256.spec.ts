import { describe, expect, test } from '@jest/globals';
import * as pure from '@projecta/hashing';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import * as node from './index.js';

interface Vectors {
  readonly sha256_of_length: Record<string, string>;
  readonly sha256_of_text: { head: string; length: number; sha256: string }[];
}

const vectors = readVectors<Vectors>(import.meta.url.replace('/node/', '/src/'), 'hashes.json');
const message = (n: number): Uint8Array => Uint8Array.from({ length: n }, (_, i) => (i * 131 + n) % 256);

describe.each([
  ['pure', pure],
  ['node', node],
])('the %s door', (_, door) => {
  test('gives the digests of NIST and of messages at every padding border', () => {
    for (const [n, sha256] of Object.entries(vectors.sha256_of_length)) expect(door.sha256Hex(message(Number(n)))).toBe(sha256);
    for (const { head, length, sha256 } of vectors.sha256_of_text) {
      expect(door.sha256Hex(pure.utf8(length > head.length ? head[0]!.repeat(length) : head))).toBe(sha256);
    }
    expect(door.sha256Hex(pure.utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
  test('a stream gives the digest of all so far at any point, and goes on', () => {
    const stream = door.sha256Stream();
    expect(stream.digestHex()).toBe(door.sha256Hex(new Uint8Array(0)));
    expect(stream.update(message(100)).digestHex()).toBe(door.sha256Hex(message(100)));
    expect(stream.digestHex()).toBe(door.sha256Hex(message(100)));
    expect(stream.update(message(65)).digestHex()).toBe(door.sha256Hex(Uint8Array.from([...message(100), ...message(65)])));
  });
});

test('both doors agree on any bytes, in any pieces, views into larger buffers included', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (pieces) => {
      const streams = [pure.sha256Stream(), node.sha256Stream()];
      for (const piece of pieces) streams.forEach((stream) => stream.update(piece.subarray(1)));
      expect(streams[0]!.digestHex()).toBe(streams[1]!.digestHex());
    }),
  );
});
