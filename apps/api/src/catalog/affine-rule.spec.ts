import { describe, expect, test } from '@jest/globals';
import { flag, int, real } from '@projecta/plugin';
import { affineRule } from './affine-rule.js';

const PARAMS = {
  fast: int({ min: 1, default: 12 }),
  slow: int({ min: 2, default: 26 }),
  k: real({ default: 2 }),
  long_only: flag({ default: false }),
};
const DEFAULTS = { fast: 12, slow: 26, k: 2, long_only: false };
type Windows = { readonly fast: number; readonly slow: number };

function ruleOf(at: (values: Windows) => number): string | null {
  return affineRule({ params: PARAMS, defaults: DEFAULTS, at: (values) => at(values as unknown as Windows) });
}

describe('affineRule', () => {
  test.each<[string | null, (values: Windows) => number]>([
    ['slow - 1', ({ slow }) => slow - 1],
    ['2*fast - 2', ({ fast }) => 2 * (fast - 1)],
    ['fast + 3*slow + 4', ({ fast, slow }) => 4 + fast + 3 * slow],
    ['-fast + slow', ({ fast, slow }) => slow - fast],
    ['0', () => 0],
    ['7', () => 7],
    [null, ({ fast, slow }) => fast * slow],
    [null, ({ fast, slow }) => Math.max(2 * fast, slow)],
    [null, ({ fast }) => fast + Math.floor(Math.sqrt(fast))],
  ])('of this function is %s', (rule, at) => {
    expect(ruleOf(at)).toBe(rule);
  });
});
