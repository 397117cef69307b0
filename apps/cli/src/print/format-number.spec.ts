import { describe, expect, test } from '@jest/globals';
import { formatDuration, formatNumber, formatPercent, signed } from './format-number.js';

describe('numbers for people', () => {
  test('have commas between thousands and no minus before a rounded zero', () => {
    expect([0, 999, 1000, 1234567.891, -1234.5, -0.001].map((value) => formatNumber(value, 2))).toEqual([
      '0.00',
      '999.00',
      '1,000.00',
      '1,234,567.89',
      '-1,234.50',
      '0.00',
    ]);
    expect(formatNumber(1234, 0)).toBe('1,234');
  });
  test('carry one sign at most', () => {
    expect([formatPercent(0.0123), formatPercent(-0.5), formatPercent(0), '+1.00', '—'].map(signed)).toEqual([
      '+1.23 %',
      '-50.00 %',
      '0.00 %',
      '+1.00',
      '—',
    ]);
  });
  test('of time use the two units that matter', () => {
    expect([0, 59, 61, 1440, 1500, 20_000].map((minutes) => formatDuration(minutes * 60_000))).toEqual([
      '0 min',
      '59 min',
      '1 h 1 min',
      '1 d',
      '1 d 1 h',
      '13 d',
    ]);
  });
});
