import { expect, test } from '@jest/globals';
import { counted, priceWords } from './number-words.js';

test.each([
  [0, '0 bars'],
  [1, '1 bar'],
  [17544, '17,544 bars'],
])('%d is %s', (count, words) => {
  expect(counted(count, 'bar')).toBe(words);
});

test('a plural that is not the noun with an s', () => {
  expect([1, 2].map((count) => counted(count, 'block holds', 'blocks hold'))).toEqual(['1 block holds', '2 blocks hold']);
});

test.each([
  [43251.25, '43,251.25'],
  [0.5, '0.5'],
  [100, '100'],
  [1234567890, '1,234,567,890'],
  [0.000123456789, '0.00012345679'],
  [0, '0'],
])('a price of %d is %s', (price, words) => {
  expect(priceWords(price)).toBe(words);
});
