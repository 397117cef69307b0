import { describe, expect, test } from '@jest/globals';
import { utf8 } from '@projecta/hashing';
import fc from 'fast-check';
import { decodeUtf8 } from './decode-utf8.js';

describe('decodeUtf8', () => {
  test('gives back any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decodeUtf8(utf8(text)) === text));
  });

  test.each([
    ['a lone continuation', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a cut character', [0xe2, 0x82]],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that is never there', [0xff]],
  ])('of %s is nothing', (_, bytes) => {
    expect(decodeUtf8(Uint8Array.from([0x61, ...bytes]))).toBeUndefined();
  });
});
