import { expect, test } from '@jest/globals';
import { preferWait } from './prefer-wait.js';

test.each([
  [undefined, undefined],
  ['respond-async', undefined],
  ['wait=10', 10],
  ['respond-async, wait=10', 10],
  ['Wait = "5"; foo=bar', 5],
  [['respond-async', 'wait=3'], 3],
  ['wait=0', 0],
  ['wait=3600', 60],
  ['wait=1, wait=2', 1],
  ['wait=-1', undefined],
  ['wait=1.5', undefined],
  ['wait', undefined],
  ['await=5', undefined],
  ['wait=99999999999999', undefined],
])('Prefer: %j waits %p s', (header, seconds) => {
  expect(preferWait(header)).toBe(seconds);
});
