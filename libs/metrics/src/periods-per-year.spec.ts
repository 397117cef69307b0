import { describe, expect, test } from '@jest/globals';
import { periodsPerYear } from './index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY = Date.parse('2024-01-01T00:00:00Z');

/** Bars on each of these days (from Monday, 2024-01-01), so many an hour apart. */
function bars(days: readonly (readonly [day: number, count: number])[]): Float64Array {
  return Float64Array.from(days.flatMap(([day, count]) => Array.from({ length: count }, (_, i) => MONDAY + day * DAY + i * HOUR)));
}

function auto(ts: Float64Array, timeframeMs = HOUR, isWeekly = false): { value: number; guessed: boolean } {
  return periodsPerYear({ ts, timeframeMs, isWeekly, annualization: 'auto' });
}

describe('C2: auto', () => {
  test('is 365 for daily bars when one opens on a Saturday (UTC), else 252', () => {
    const daily = (days: readonly number[]): Float64Array => bars(days.map((day) => [day, 1]));
    expect(auto(daily([0, 1, 2, 3, 4, 7, 8]), DAY)).toEqual({ value: 252, guessed: false });
    expect(auto(daily([0, 1, 2, 3, 4, 5, 7]), DAY)).toEqual({ value: 365, guessed: false });
    expect(auto(daily([0, 1, 2, 3, 4, 6, 7]), DAY)).toEqual({ value: 252, guessed: false }); // a Sunday is none
  });

  test('knows Saturdays before 1970', () => {
    const saturday = Date.parse('1969-12-27T00:00:00Z');
    expect(auto(Float64Array.from([saturday, saturday + 9 * DAY]), DAY).value).toBe(365);
    expect(auto(Float64Array.from([saturday + DAY, saturday + 9 * DAY]), DAY).value).toBe(252);
  });

  test('is 52 for weekly bars and never a guess', () => {
    expect(auto(bars([[5, 1]]), 7 * DAY, true)).toEqual({ value: 52, guessed: false });
  });

  test('is the median number of bars of the days that have bars, times 252 or 365, within a day', () => {
    expect(auto(bars([[0, 7], [1, 7], [2, 3], [8, 7]])).value).toBe(7 * 252); // prettier-ignore
    expect(auto(bars([[0, 7], [1, 7], [5, 3], [8, 7]])).value).toBe(7 * 365); // prettier-ignore
  });

  test('takes the mean of the middle two of an even count', () => {
    expect(auto(bars([[0, 3], [1, 8], [2, 7], [3, 4]])).value).toBe(5.5 * 252); // prettier-ignore
  });

  test('is a guess when the bars span less than seven days, the last bar’s own length included', () => {
    expect(auto(bars([[0, 24], [6, 23]])).guessed).toBe(true); // prettier-ignore
    expect(auto(bars([[0, 24], [6, 24]])).guessed).toBe(false); // prettier-ignore
  });
});

test('a number given is taken as it is and is no guess', () => {
  expect(periodsPerYear({ ts: bars([[0, 2]]), timeframeMs: HOUR, isWeekly: false, annualization: 1234.5 })).toEqual({
    value: 1234.5,
    guessed: false,
  });
});
