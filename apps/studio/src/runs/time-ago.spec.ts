import { expect, test } from '@jest/globals';
import { timeAgo } from './time-ago.js';

const now = Date.UTC(2026, 0, 31);

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [3_599_999, '59 minutes ago'],
  [7_200_000, '2 hours ago'],
  [86_400_000 * 30, '30 days ago'],
  [86_400_000 * 31, '2025-12-31'],
  [-5000, 'just now'],
])('%p ms are %p', (passed, text) => {
  expect(timeAgo(now - passed, now)).toBe(text);
});
