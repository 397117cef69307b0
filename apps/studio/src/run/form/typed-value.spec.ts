import { describe, expect, test } from '@jest/globals';
import { listTyped, numberTyped, percentHint, textOf } from './typed-value.js';

describe('a typed number', () => {
  test.each([
    ['5', 5],
    [' -0.5 ', -0.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['', undefined],
    ['  ', undefined],
    ['1,5', '1,5'],
    ['five', 'five'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['1e999', '1e999'],
  ])('%p is %p', (text, value) => {
    expect(numberTyped(text)).toBe(value);
  });
});

describe('a typed list', () => {
  test('has what stands between the commas, and nothing for an empty place', () => {
    expect([listTyped('5, 10,, x'), listTyped(' , ')]).toEqual([[5, 10, 'x'], undefined]);
  });
  test('comes back from its text', () => {
    expect(listTyped(textOf([5, 10.5]))).toEqual([5, 10.5]);
  });
});

describe('a value as text', () => {
  test('is empty where there is none', () => {
    expect([textOf(undefined), textOf(null), textOf(7), textOf('auto'), textOf({ band: 1 })]).toEqual(['', '', '7', 'auto', '{"band":1}']);
  });
  test('is told in per cent where it is a fraction', () => {
    expect([percentHint(0.07, 'fraction'), percentHint(0.07, 'bps'), percentHint('x', 'fraction')]).toEqual([
      '7\u00a0%',
      undefined,
      undefined,
    ]);
  });
});
