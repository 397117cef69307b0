import { expect, test } from '@jest/globals';
import { boundTyped } from './bound-typed.js';

test.each([
  ['a count as it is', 'trades', '30', 30],
  ['a fraction in per cent', 'max_drawdown', '\u221220 %', -0.2],
  ['a ratio as it is', 'sharpe', '-0.5', -0.5],
] as const)('a bound is %s', (_name, metric, text, value) => {
  expect(boundTyped({ metric, side: 'least', text })).toEqual({ metric, side: 'least', value });
});

test.each(['', 'many', '1,5'])('%p is no bound', (text) => {
  expect(boundTyped({ metric: 'trades', side: 'most', text })).toBeUndefined();
});
