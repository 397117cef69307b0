import { expect, test } from '@jest/globals';
import { bestOf } from './best-of.js';

test.each([
  [[1, 3, 2], false, [1]],
  [[1, 3, 2], true, [0]],
  [[3, null, 3, 1], false, [0, 2]],
  [[2, 2], false, []],
  [[null, 5], false, []],
  [[], false, []],
])('of %p, lower better %p, %p are best', (values, lower, best) => {
  expect([...bestOf(values, lower)]).toEqual(best);
});
