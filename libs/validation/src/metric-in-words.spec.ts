import { expect, test } from '@jest/globals';
import { metricInWords, numberInWords } from './metric-in-words.js';

test('a number has three digits, and all of those before the point', () => {
  expect([0, 1, -0.123456, 12.3456, 999.4, 131_535.3].map(numberInWords)).toEqual(['0', '1', '-0.123', '12.3', '999', '131535']);
});
test('a number that is very large or very small is written with an exponent', () => {
  expect([3.9712e265, -1.5e-7].map(numberInWords)).toEqual(['3.97e+265', '-1.50e-7']);
});
test('a fraction is told as per cent, a metric that does not exist as none', () => {
  expect(metricInWords('max_drawdown', -0.12345)).toBe('-12.3 %');
  expect(metricInWords('sharpe', 0.7375)).toBe('0.738');
  expect(metricInWords('cagr', null)).toBe('none');
});
