import { describe, expect, test } from '@jest/globals';
import { differingPaths } from './differing-paths.js';

describe('differing paths', () => {
  test('of equal values are none, whatever the order of keys', () => {
    expect(differingPaths({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toEqual([]);
  });
  test('name each place once, a side without a value left out', () => {
    expect(differingPaths({ a: { x: 1 }, b: [1, 2] }, { a: { x: 2, 'y/z': 3 }, b: [1] })).toEqual([
      { path: '/a/x', a: 1, b: 2 },
      { path: '/a/y~1z', b: 3 },
      { path: '/b/1', a: 2 },
    ]);
  });
  test('treat a value of another kind as one difference', () => {
    expect(differingPaths({ a: 'on_change' }, { a: { band: 0.1 } })).toEqual([{ path: '/a', a: 'on_change', b: { band: 0.1 } }]);
  });
});
