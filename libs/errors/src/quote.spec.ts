import { describe, expect, test } from '@jest/globals';
import { quote } from './quote.js';

describe('quote', () => {
  test.each([
    ['abc', '"abc"'],
    [1.5, '1.5'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [10n, '10n'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'nothing'],
    [[1, 2], 'a list of 2'],
    [{ secret: 'x' }, 'an object'],
    [() => 1, 'a function'],
  ])('of %p is %s', (value, words) => {
    expect(quote(value)).toBe(words);
  });

  test('of a long text is its start, escaped', () => {
    expect(quote('x'.repeat(100))).toBe(`"${'x'.repeat(57)}…"`);
    expect(quote('a\nb')).toBe('"a\\nb"');
  });
});
