import { expect, test } from '@jest/globals';
import { instantWords } from './instant-words.js';

test.each([
  ['2024-01-01T00:00:00.000Z', '2024-01-01'],
  ['2024-01-01T09:30:00.000Z', '2024-01-01 09:30'],
  ['2024-01-01T09:30:15.000Z', '2024-01-01 09:30:15'],
  ['2024-01-01T09:30:15.250Z', '2024-01-01 09:30:15.250'],
])('%p is written %p', (instant, words) => {
  expect(instantWords(instant)).toBe(words);
});
