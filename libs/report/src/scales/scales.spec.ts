import { describe, expect, test } from '@jest/globals';
import { dateTicks } from './date-ticks.js';
import { extremes } from './extremes.js';
import { firstAtOrAfter } from './first-at-or-after.js';
import { logTicks } from './log-ticks.js';
import { niceStep, niceTicks } from './nice-ticks.js';
import { areaPath, barPercent, barX, linePath, polyline, steppedAreaPath } from './path-data.js';
import { rangeOf } from './range-of.js';
import { fittingScale, linearScale, logScale, paddedRange } from './value-scale.js';

const DAY = 86_400_000;

describe('nice ticks', () => {
  test('are multiples of 1, 2, 2.5 or 5 times a power of ten, without dust', () => {
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(niceTicks(-0.35, 0, 4)).toEqual([-0.3, -0.2, -0.1, 0]);
    expect(niceTicks(98_700, 101_300, 5)).toEqual([99_000, 100_000, 101_000]);
    expect(niceStep(0.97, 4)).toBe(0.25);
  });

  test('of an empty, reversed or infinite span do not run away', () => {
    expect([niceStep(0, 5), niceStep(-1, 5), niceStep(Infinity, 5), niceStep(NaN, 5)]).toEqual([1, 1, 1, 1]);
    expect(niceTicks(3, 3, 5)).toEqual([3]);
  });

  test('number at most a few more than asked, at any magnitude', () => {
    for (const span of [1e-9, 0.037, 1, 77, 8.4e5, 1e12]) {
      const count = niceTicks(span * 0.123, span * 1.123, 5).length;
      expect(count).toBeGreaterThanOrEqual(2);
      expect(count).toBeLessThanOrEqual(6);
    }
  });
});

describe('log ticks', () => {
  test('are round and lie inside', () => {
    expect(logTicks(45_000, 230_000, 6)).toEqual([50_000, 60_000, 80_000, 100_000, 150_000, 200_000]);
    expect(logTicks(1, 1e12, 6)).toEqual([1, 1e2, 1e4, 1e6, 1e8, 1e10, 1e12]);
  });

  test('fall back to linear ones where less than a decade is spanned', () => {
    expect(logTicks(100, 104, 6)).toEqual([100, 101, 102, 103, 104]);
  });
});

describe('value scales', () => {
  test('run from the bottom to the top', () => {
    const scale = linearScale({ low: -1, high: 3, height: 100 });
    expect([scale.y(-1), scale.y(3), scale.y(1)]).toEqual([100, 0, 50]);
  });

  test('give equal ratios equal heights when logarithmic', () => {
    const { y } = logScale({ low: 1, high: 1000, height: 300 });
    expect(y(1) - y(10)).toBeCloseTo(100, 9);
    expect(y(10) - y(100)).toBeCloseTo(100, 9);
  });

  test('are logarithmic only above 0 and where the range asks for it', () => {
    const logarithmic = (low: number, high: number): boolean => fittingScale({ low, high, height: 100 }).logarithmic;
    expect([logarithmic(50, 200), logarithmic(90, 110), logarithmic(-5, 500), logarithmic(0, 500)]).toEqual([true, false, false, false]);
  });

  test('are never empty', () => {
    expect(paddedRange(5, 5)).toEqual({ low: 4.75, high: 5.25 });
    expect(paddedRange(0, 0)).toEqual({ low: -1, high: 1 });
    expect(paddedRange(Infinity, -Infinity)).toEqual({ low: 0, high: 1 });
    expect(rangeOf([NaN, 2, Infinity, -3])).toEqual({ low: -3, high: 2 });
  });
});

describe('extremes', () => {
  test('of few values are all that are finite', () => {
    expect([...extremes([1, NaN, 3])]).toEqual([0, 2]);
    expect([...extremes([])]).toEqual([]);
  });

  test('of many keep ends, the lowest and the highest, ascend and are bounded', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, t) => Math.sin(t / 3000));
    values[41_234] = 9;
    values[71_235] = -9;
    const kept = [...extremes(values, 400)];
    expect(kept.length).toBeLessThanOrEqual(400);
    expect(kept).toEqual(expect.arrayContaining([0, 41_234, 71_235, 99_999]));
    expect(kept.every((t, i) => i === 0 || t > kept[i - 1]!)).toBe(true);
  });

  test('of a constant are the ends of each run of bars', () => {
    expect(extremes(new Float64Array(4000), 400).length).toBe(200);
  });
});

describe('paths', () => {
  const scale = linearScale({ low: 0, high: 10, height: 10 });

  test('put every bar in the middle of its share of the width', () => {
    expect([barX(0, 2), barX(1, 2)]).toEqual([2500, 7500]);
    expect([barPercent(0, 3), barPercent(2, 3)]).toEqual(['16.67%', '83.33%']);
  });

  test('are relative steps in tenths of a pixel that leave out nothing but standstill', () => {
    expect(linePath([0, 10, 10], Uint32Array.of(0, 1, 2), scale)).toBe('M1667 100l3333-100h3333');
    expect(
      polyline([
        [0, 0],
        [0, 0],
        [0, 5],
        [2, 6],
      ]),
    ).toBe('M0 0v5l2 1');
    expect(linePath([], new Uint32Array(0), scale)).toBe('');
  });

  test('skip values that are not finite', () => {
    expect(linePath([0, NaN, 10], Uint32Array.of(0, 1, 2), scale)).toBe('M1667 100l6666-100');
  });

  test('close an area on its level, in steps where values hold', () => {
    expect(areaPath([10, 5], Uint32Array.of(0, 1), { scale, level: 0 })).toBe('M2500 100v-100l5000 50v50z');
    expect(steppedAreaPath([10, 5], Uint32Array.of(0, 1), { scale, level: 0 })).toBe('M2500 100v-100h5000v50v50z');
  });
});

describe('date ticks', () => {
  const daily = (start: number, bars: number): Float64Array => Float64Array.from({ length: bars }, (_, t) => start + t * DAY);
  const labels = (ts: Float64Array, most = 11): string[] => dateTicks(ts, most).map(({ label }) => label);

  test('of twenty years are even years, of a year months', () => {
    expect(labels(daily(Date.UTC(2000, 0, 3), 20 * 365))).toEqual([
      '2000',
      '2002',
      '2004',
      '2006',
      '2008',
      '2010',
      '2012',
      '2014',
      '2016',
      '2018',
    ]);
    expect(labels(daily(Date.UTC(2023, 4, 1), 300))).toEqual(['May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', '2024', 'Feb']);
  });

  test('of weeks are Mondays, of days days', () => {
    expect(labels(daily(Date.UTC(2024, 0, 3), 30))).toEqual(['8 Jan 2024', '15 Jan', '22 Jan', '29 Jan']);
    expect(labels(daily(Date.UTC(2024, 1, 27), 5))).toEqual(['27 Feb 2024', '28 Feb', '29 Feb', '1 Mar', '2 Mar']);
  });

  test('of a day are hours, midnight a date', () => {
    const minutes = Float64Array.from({ length: 1440 }, (_, t) => Date.UTC(2024, 0, 2) + t * 60_000);
    expect(labels(minutes)).toEqual(['2 Jan', '03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00']);
  });

  test('lie at the first bar at or after their boundary and are named as that bar is', () => {
    const ts = Float64Array.of(Date.UTC(2024, 0, 4), Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 9), Date.UTC(2024, 0, 10));
    expect(dateTicks(ts, 11)).toEqual([
      { t: 0, label: '4 Jan 2024' },
      { t: 1, label: '5 Jan' },
      { t: 2, label: '9 Jan' },
      { t: 3, label: '10 Jan' },
    ]);
    expect(firstAtOrAfter(ts, Date.UTC(2024, 0, 6))).toBe(2);
    expect(firstAtOrAfter(ts, Date.UTC(2025, 0, 6))).toBe(4);
  });

  test('never exceed what is asked, and there is always one', () => {
    for (const bars of [1, 2, 3, 10, 60, 90, 200, 500, 3000, 40_000]) {
      for (const most of [5, 11]) {
        const ticks = dateTicks(daily(Date.UTC(1950, 6, 14), bars), most);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(most);
      }
    }
    expect(dateTicks(new Float64Array(0), 5)).toEqual([]);
  });
});
