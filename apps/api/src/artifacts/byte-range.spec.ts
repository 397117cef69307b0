import { describe, expect, test } from '@jest/globals';
import { byteRange } from './byte-range.js';

describe('byteRange', () => {
  test.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['Bytes= 5-5', { start: 5, end: 5 }],
    ['bytes=990-', { start: 990, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=999-999999999999999999999', { start: 999, end: 999 }],
  ])('of %p in 1,000 bytes is %p', (header, range) => {
    expect(byteRange(header, 1_000)).toEqual(range);
  });

  test.each(['bytes=1000-', 'bytes=99999999999999999999-', 'bytes=-0'])('%p cannot be satisfied', (header) => {
    expect(byteRange(header, 1_000)).toBe('unsatisfiable');
  });

  test.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b', 'bytes=1.5-2', 'bytes=0x1-2'])(
    '%p is no range, so all is sent',
    (header) => {
      expect(byteRange(header, 1_000)).toBeUndefined();
    },
  );

  test('of an empty file is never there', () => {
    expect(byteRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(byteRange('bytes=-1', 0)).toBe('unsatisfiable');
  });
});
