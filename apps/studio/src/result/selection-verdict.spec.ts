import { expect, test } from '@jest/globals';
import { selectionVerdict } from './selection-verdict.js';

const of = (trials: number, deflated_sharpe: number | null): string =>
  selectionVerdict({ trials, deflated_sharpe, effective_trials: null, sidak_p: null }, 'SPX');

test('of one config there was no selection', () => {
  expect(of(1, null)).toContain('only config');
});
test('of many it says what luck explains', () => {
  expect(of(40, 0.4)).toBe('40 configs were tried on these candles of SPX. The best of so many often looks like this by luck alone.');
  expect(of(40, 0.97)).toContain('unlikely to be the best of luck');
  expect(of(40, null)).toContain('cannot be told');
});
test('counts have their thousands', () => {
  expect(of(12_345, 0.4)).toMatch(/^12,345 configs were tried/);
});
