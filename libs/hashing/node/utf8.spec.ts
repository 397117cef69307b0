import { expect, test } from '@jest/globals';
import { toHex, utf8 } from '@projecta/hashing';
import fc from 'fast-check';

test('utf8 is what TextEncoder gives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect([...utf8('aé€😀\u0000')]).toEqual([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0]);
});

test('half of a surrogate pair is refused', () => {
  for (const text of ['\ud800', 'a\udc00', '\ud800\ud800', '\ud83dx']) {
    expect(() => utf8(text)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  }
});

test('toHex is what Buffer gives', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))));
});
