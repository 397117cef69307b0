import { describe, expect, test } from '@jest/globals';
import { METRICS } from '@projecta/metrics';
import { civilDate, monthStart } from './civil-date.js';
import { decimalsFor, formatCash, formatShortCash, formatSignedCash } from './format-cash.js';
import { formatMetric } from './format-metric.js';
import { decimalExponent, formatNumber, formatSigned, formatSignificant } from './format-number.js';
import { formatPercent } from './format-percent.js';
import { formatBarTime, formatClock, formatDate, formatDuration, isDaily } from './format-time.js';

describe('formatNumber', () => {
  test('groups thousands and writes a true minus', () => {
    expect(formatNumber(-1234567.891)).toBe('\u22121,234,567.89');
    expect(formatNumber(999, 0)).toBe('999');
    expect(formatNumber(1e6, 0)).toBe('1,000,000');
  });

  test('of what rounds to zero has no sign', () => {
    expect(formatNumber(-0.001)).toBe('0.00');
    expect(formatSigned(0.001)).toBe('0.00');
    expect(formatSigned(0.01)).toBe('+0.01');
  });

  test('of what is not finite is a dash', () => {
    expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(['—', '—', '—']);
    expect(formatPercent(NaN)).toBe('—');
  });

  test('of the huge is scientific', () => {
    expect(formatNumber(-1.5e30)).toBe('\u22121.500e30');
  });

  test('keeps significant digits at any magnitude', () => {
    expect([12345.678, 1.23456, 0.000123456, -1.5e-9, 0].map((value) => formatSignificant(value, 4))).toEqual([
      '12,346',
      '1.235',
      '0.0001235',
      '\u22121.500e\u22129',
      '0',
    ]);
  });

  test('the decimal exponent is exact at powers of ten', () => {
    expect([1, 10, 1000, 0.001, 999.9999, -0.05].map(decimalExponent)).toEqual([0, 1, 3, -3, 2, -2]);
  });
});

describe('formatCash', () => {
  test('drops cents at a million and keeps digits of dust', () => {
    expect([12.5, 1234567.8, 0.00012, 0].map(formatCash)).toEqual(['12.50', '1,234,568', '0.000120', '0.00']);
    expect(formatSignedCash(12.5)).toBe('+12.50');
  });

  test('on an axis is as short as neighbours allow', () => {
    expect([
      formatShortCash(150_000, 50_000),
      formatShortCash(100_200, 200),
      formatShortCash(1.25e6, 250_000),
      formatShortCash(0, 50_000),
    ]).toEqual(['150k', '100.2k', '1.25M', '0']);
    expect([1, 0.5, 0.25, 0.001, 200].map(decimalsFor)).toEqual([0, 1, 2, 3, 0]);
  });
});

describe('times', () => {
  test('dates are those of Date in UTC over four centuries', () => {
    for (let day = -60_000; day < 90_000; day += 13) {
      const ms = day * 86_400_000;
      expect(formatDate(ms)).toBe(new Date(ms).toISOString().slice(0, 10));
    }
    expect(civilDate(Date.UTC(2000, 1, 29, 23, 59))).toEqual({ year: 2000, month: 2, day: 29 });
  });

  test('months start where Date says, also beyond the year', () => {
    for (const [year, month] of [
      [2024, 1],
      [2024, 3],
      [1999, 13],
      [1970, 0],
    ] as const)
      expect(monthStart(year, month)).toBe(Date.UTC(year, month - 1, 1));
  });

  test('a clock has seconds only when there are any', () => {
    expect([formatClock(Date.UTC(2024, 0, 1, 9, 30)), formatClock(Date.UTC(1969, 0, 1, 9, 30, 5))]).toEqual(['09:30', '09:30:05']);
    expect(formatBarTime(Date.UTC(2024, 0, 1, 9, 30), false)).toBe('2024-01-01 09:30');
  });

  test('a duration takes the two largest units', () => {
    expect([0, 5000, 3_660_000, 93_600_000, 410 * 86_400_000].map(formatDuration)).toEqual([
      '0 s',
      '5 s',
      '1 h 1 min',
      '1 d 2 h',
      '1 y 45 d',
    ]);
  });

  test('bars are daily when they open at midnight', () => {
    expect([isDaily(Float64Array.of(0, 86_400_000)), isDaily(Float64Array.of(0, 3_600_000))]).toEqual([true, false]);
  });
});

describe('formatMetric', () => {
  test('of null is a dash for every metric, of a number never', () => {
    for (const { id, unit } of METRICS) {
      expect(formatMetric(id, unit, null)).toBe('—');
      expect(formatMetric(id, unit, 0.5)).toMatch(/\d/);
    }
  });

  test('writes fractions in per cent, cash in thousands, times in days', () => {
    expect(formatMetric('total_return', 'fraction', 0.1234)).toBe('+12.34\u202f%');
    expect(formatMetric('volatility', 'per year', 0.1)).toBe('10.00\u202f%');
    expect(formatMetric('sharpe', 'per year', 0.5)).toBe('0.500');
    expect(formatMetric('net_pnl', 'cash', -1234.5)).toBe('\u22121,234.50');
    expect(formatMetric('longest_drawdown_ms', 'ms', 86_400_000 * 3)).toBe('3 d');
    expect(formatMetric('trades', 'count', 1234)).toBe('1,234');
  });
});
