import { describe, expect, test } from '@jest/globals';
import { differingValues } from './differing-values.js';

describe('differingValues', () => {
  test('of equal values are none, whatever the order of keys', () => {
    const value = { a: 1, b: [1, { c: null }] };
    expect(differingValues([value, { b: [1, { c: null }], a: 1 }, value])).toEqual([]);
    expect(differingValues([])).toEqual([]);
  });

  test('name each place once, with what every one has there', () => {
    expect(
      differingValues([
        { a: { x: 1 }, b: [1, 2] },
        { a: { x: 2, 'y/z': 3 }, b: [1] },
        { a: { x: 1 }, b: [1, 2] },
      ]),
    ).toEqual([
      { path: '/a/x', values: [1, 2, 1] },
      { path: '/a/y~1z', values: [undefined, 3, undefined] },
      { path: '/b/1', values: [2, undefined, 2] },
    ]);
  });

  test('treat a value of another kind as one difference', () => {
    expect(differingValues([{ a: 'on_change' }, { a: { band: 0.1 } }])).toEqual([{ path: '/a', values: ['on_change', { band: 0.1 }] }]);
    expect(differingValues([{ a: [] }, { a: {} }])).toEqual([{ path: '/a', values: [[], {}] }]);
    expect(differingValues([1, null])).toEqual([{ path: '', values: [1, null] }]);
  });

  test('know a key that objects inherit from one that they have', () => {
    expect(differingValues([{ toString: 1 }, {}])).toEqual([{ path: '/toString', values: [1, undefined] }]);
  });
});
