import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import fc from 'fast-check';
import type { Candles } from './candles.js';
import { checkCandles } from './check-candles.js';

const sound = (): Required<Candles> => ({
  ts: Float64Array.of(-60_000, 0, 60_000),
  open: Float64Array.of(10, 11, 12),
  high: Float64Array.of(12, 12, 12),
  low: Float64Array.of(9, 11, 11),
  close: Float64Array.of(11, 12, 12),
  volume: Float64Array.of(0, 5, 6),
  vwap: Float64Array.of(10.5, 11.5, 12.5),
});

function problemsOf(candles: Candles): ProjectaError {
  try {
    checkCandles(candles, 'btc.csv');
  } catch (error) {
    if (error instanceof ProjectaError) return error;
  }
  throw new Error('not refused');
}

/** The messages after changing one value of sound candles. */
const after = (column: keyof Candles, t: number, value: number): string[] => {
  const candles = sound();
  candles[column][t] = value;
  return problemsOf(candles).errors.map((one) => one.message);
};

describe('checkCandles', () => {
  test('sound candles pass, with or without volume and vwap, before 1970 and with a vwap that a vendor rounded out of the range', () => {
    const { ts, open, high, low, close } = sound();
    checkCandles(sound(), 'btc.csv');
    checkCandles({ ts, open, high, low, close }, 'btc.csv');
  });
  test('ts strictly increases and holds integers below 2^53', () => {
    expect(after('ts', 1, -60_000)).toEqual([
      'btc.csv: row 2, column ts: -60000 (1969-12-31T23:59:00.000Z) is not later than the row before it, -60000 (1969-12-31T23:59:00.000Z). Times must strictly increase.',
    ]);
    expect(after('ts', 2, -1)[0]).toContain('row 3, column ts: -1 (');
    expect(after('ts', 1, 0.5)[0]).toBe('btc.csv: row 2, column ts: 0.5 is not a whole number of milliseconds below 2^53.');
    expect(after('ts', 2, 2 ** 53)[0]).toContain('row 3, column ts: 9007199254740992 is not');
    expect(after('ts', 0, -(2 ** 53))[0]).toContain('row 1, column ts');
    expect(after('ts', 0, NaN)[0]).toContain('row 1, column ts: NaN is not');
    expect(after('ts', 2, Infinity)[0]).toContain('row 3, column ts: Infinity is not');
  });
  test.each(['open', 'high', 'low', 'close'] as const)('%s is finite and above 0', (column) => {
    for (const value of [0, -0, -5, NaN, Infinity, -Infinity]) {
      expect(after(column, 1, value)).toContain(
        `btc.csv: row 2, column ${column}: ${Object.is(value, -0) ? '-0' : value} is not a finite price above 0.`,
      );
    }
  });
  test('low <= min(open, close) and high >= max(open, close)', () => {
    expect(after('low', 0, 10.5)).toEqual(['btc.csv: row 1, column low: 10.5 is above open 10.']);
    expect(after('high', 0, 10.5)).toEqual(['btc.csv: row 1, column high: 10.5 is below close 11.']);
    expect(after('close', 1, 10.9)).toEqual(['btc.csv: row 2, column low: 11 is above close 10.9.']);
    expect(after('open', 2, 12.1)).toEqual(['btc.csv: row 3, column high: 12 is below open 12.1.']);
  });
  test('volume is finite and >= 0, vwap finite and above 0', () => {
    expect(after('volume', 2, -1)).toEqual(['btc.csv: row 3, column volume: -1 is not a finite number from 0 up.']);
    expect(after('volume', 2, NaN)).toHaveLength(1);
    expect(after('volume', 2, Infinity)).toHaveLength(1);
    expect(after('vwap', 2, 0)).toEqual(['btc.csv: row 3, column vwap: 0 is not a finite price above 0.']);
    expect(after('vwap', 2, Infinity)).toHaveLength(1);
  });
  test('all violations come at once: 20 are listed, all are counted', () => {
    const n = 1000;
    const zeros = new Float64Array(n);
    const error = problemsOf({ ts: Float64Array.from(zeros, (_, t) => t), open: zeros, high: zeros, low: zeros, close: zeros });
    expect(error.code).toBe('DATA_INVALID');
    expect(error.errors).toHaveLength(20);
    expect(error.errors[4]).toEqual({
      path: '/rows/2/open',
      code: 'DATA_INVALID',
      message: 'btc.csv: row 2, column open: 0 is not a finite price above 0.',
    });
    expect(error.message).toBe('btc.csv: row 1, column open: 0 is not a finite price above 0. (and 3999 more problems)');
  });
  test('two violations in one row are both named', () => {
    const candles = sound();
    candles.high[1] = 10;
    candles.volume[1] = -1;
    const error = problemsOf(candles);
    expect(error.errors.map((one) => one.path)).toEqual(['/rows/2/high', '/rows/2/volume']);
    expect(error.message).toContain('(and 1 more problem)');
  });
  test('columns of different lengths, of another type, or missing, and no bar at all are refused', () => {
    expect(problemsOf({ ...sound(), volume: new Float64Array(2) }).message).toBe('btc.csv: column volume: has 2 rows, ts has 3.');
    expect(problemsOf({ ...sound(), close: [1, 2, 3] as unknown as Float64Array }).message).toBe(
      'btc.csv: column close: is not a Float64Array.',
    );
    expect(problemsOf({ ts: Float64Array.of(1) } as Candles).errors.map((one) => one.message)).toEqual(
      ['open', 'high', 'low', 'close'].map((column) => `btc.csv: column ${column}: is missing.`),
    );
    const none = new Float64Array(0);
    expect(problemsOf({ ts: none, open: none, high: none, low: none, close: none }).message).toContain('there is no bar');
  });
  test('refuses exactly what the rules, written out, refuse', () => {
    const value = fc.constantFrom(1, 2, 2, 3, 0, -0, -1, 0.5, NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, 2 ** 53, -(2 ** 53));
    const likely = fc.constantFrom(1, 2, 2, 2, 3);
    const cell = fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: value });
    const row = fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: value }),
      cell,
      cell,
      cell,
      cell,
      cell,
      cell,
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const column = (i: number): Float64Array => Float64Array.from(rows, (one) => one[i]!);
        const ts = Float64Array.from(rows, (one, t) => t * 10 + one[0]);
        const candles = { ts, open: column(1), high: column(2), low: column(3), close: column(4), volume: column(5), vwap: column(6) };
        const isSound = rows.every(([, o, h, l, c, v, w], t) => {
          const time = Number.isSafeInteger(ts[t]!) && (t === 0 || ts[t]! > ts[t - 1]!);
          const finite = [o, h, l, c, v, w].every((one) => Number.isFinite(one));
          return time && finite && Math.min(o, h, l, c, w) > 0 && v >= 0 && l <= Math.min(o, c) && h >= Math.max(o, c);
        });
        if (isSound) checkCandles(candles, 'x');
        else expect(problemsOf(candles).errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });
});
