import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bollinger, rsi } from '@projecta/indicators';
import { checkParams, computeIndicator, type StrategyColumns } from '@projecta/plugin';
import { bollinger_reversion } from './bollinger-reversion.js';
import { candlesOf, directionsOf } from './directions-of.twin.js';
import { rsi_reversion } from './rsi-reversion.js';

/** The events of one bar; the direction is that of the last entry, unless the exit from it has come since. */
interface Events {
  readonly defined: boolean;
  readonly enterLong: boolean;
  readonly enterShort: boolean;
  readonly leaveLong: boolean;
  readonly leaveShort: boolean;
}

function directionAt(events: readonly Events[], t: number): number {
  if (!events[t]!.defined) return NaN;
  const entry = events.slice(0, t + 1).findLastIndex((bar) => bar.enterLong || bar.enterShort);
  if (entry < 0) return 0;
  const long = events[entry]!.enterLong;
  const left = events.slice(entry + 1, t + 1).some((bar) => (long ? bar.leaveLong : bar.leaveShort));
  return left ? 0 : long ? 1 : -1;
}

const walk = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 70 })
  .map((steps) => steps.reduce<number[]>((prices, step) => [...prices, Math.max(1, prices.at(-1)! + step)], [20]));

/** The directions for an RSI (or bands around a close) given value by value: the state machine alone. */
function machine(strength: readonly number[], params: Record<string, number> = {}): number[] {
  const out = new Float64Array(strength.length).fill(NaN);
  const full = checkParams(rsi_reversion.params, params, '').params;
  rsi_reversion.target({ strength: Float64Array.from(strength) } as unknown as StrategyColumns<never, never>, full, out);
  return Array.from(out);
}

describe('rsi_reversion', () => {
  test('B1: leaves long at RSI >= 50 and short at RSI <= 50', () => {
    expect(machine([NaN, 40, 29, 49.9, 50, 40, 71, 50.1, 50, 60])).toEqual([NaN, 0, 1, 1, 0, 0, -1, -1, 0, 0]);
  });

  test('B1: entries are strict: exactly oversold or overbought is no entry', () => {
    expect(machine([30, 70, 29.999, 30, 70, 70.001, 70])).toEqual([0, 0, 1, 1, 0, -1, -1]);
  });

  test('B1: entries are looked at before exits: from long straight to short, never flat between', () => {
    expect(machine([20, 80, 20])).toEqual([1, -1, 1]);
    // Long below 60: at 55 the exit at 50 holds as well, and the entry wins.
    expect(machine([55, 59, 60, 61], { oversold: 60, overbought: 80 })).toEqual([1, 1, 0, 0]);
  });

  test('D3: trades nothing on a flat price, where the RSI is 50', () => {
    expect(directionsOf(rsi_reversion, candlesOf([7, 7, 7, 7, 7]), { window: 2 }).slice(2)).toEqual(new Float64Array(3));
  });

  test('has its first opinion at bar `window`, and takes the aliases of window', () => {
    const falling = candlesOf(Array.from({ length: 30 }, (_, t) => 100 - t));
    expect(directionsOf(rsi_reversion, falling).findIndex((one) => one === 1)).toBe(14);
    expect(directionsOf(rsi_reversion, falling, { timeperiod: 5 }).findIndex((one) => one === 1)).toBe(5);
  });

  test('refuses an oversold above overbought, where both entries would hold at once', () => {
    expect(rsi_reversion.check!({ oversold: 71, overbought: 70 })).toMatchObject({ param: 'oversold' });
    expect(rsi_reversion.check!({ oversold: 50, overbought: 50 })).toBeUndefined();
  });

  test('agrees with the events since the last entry, on any walk', () => {
    const levels = fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(walk, fc.integer({ min: 2, max: 6 }), levels, (close, window, [oversold, gap]) => {
        const overbought = oversold + gap;
        const candles = candlesOf(close);
        const events = Array.from(computeIndicator(rsi, candles, { window })['rsi']!, (value) => ({
          defined: !Number.isNaN(value),
          enterLong: value < oversold,
          enterShort: value > overbought,
          leaveLong: value >= 50,
          leaveShort: value <= 50,
        }));
        const expected = close.map((_, t) => directionAt(events, t));
        expect(Array.from(directionsOf(rsi_reversion, candles, { window, oversold, overbought }))).toEqual(expected);
      }),
      { seed: 32, numRuns: 200 },
    );
  });
});

/** Directions for closes around bands at 8, 10 and 12. */
function aroundBands(close: readonly number[]): number[] {
  const bands = {
    lower: Float64Array.from(close, () => 8),
    middle: Float64Array.from(close, () => 10),
    upper: Float64Array.from(close, () => 12),
  };
  const out = new Float64Array(close.length).fill(NaN);
  const columns = { close: Float64Array.from(close), bands } as unknown as StrategyColumns<never, never>;
  bollinger_reversion.target(columns, checkParams(bollinger_reversion.params, {}, '').params, out);
  return Array.from(out);
}

describe('bollinger_reversion', () => {
  test('B1: leaves long at close >= middle and short at close <= middle', () => {
    expect(aroundBands([9, 7, 9.9, 10, 9, 13, 10.1, 10, 11])).toEqual([0, 1, 1, 0, 0, -1, -1, 0, 0]);
    expect(aroundBands([7, 11, 13, 9])).toEqual([1, 0, -1, 0]);
  });

  test('B1: entries are strict and looked at before exits', () => {
    expect(aroundBands([8, 12, 7, 8, 13, 12, 7])).toEqual([0, 0, 1, 1, -1, -1, 1]);
  });

  test('is long below the lower band of real bars, by hand', () => {
    // window 3, k 1: closes 10 10 7 have mean 9 and population std √2, so 7 is below 9 − √2; 10 7 9: mean 26/3, and 9 is above it.
    expect(Array.from(directionsOf(bollinger_reversion, candlesOf([10, 10, 7, 9]), { window: 3, k: 1 }))).toEqual([NaN, NaN, 1, 0]);
  });

  test('agrees with the events since the last entry, on any walk', () => {
    fc.assert(
      fc.property(walk, fc.integer({ min: 2, max: 9 }), fc.constantFrom(0.5, 1, 1.5), (close, window, k) => {
        const candles = candlesOf(close);
        const bands = computeIndicator(bollinger, candles, { window, k });
        const events = close.map((price, t) => ({
          defined: !Number.isNaN(bands['middle']![t]!),
          enterLong: price < bands['lower']![t]!,
          enterShort: price > bands['upper']![t]!,
          leaveLong: price >= bands['middle']![t]!,
          leaveShort: price <= bands['middle']![t]!,
        }));
        const expected = close.map((_, t) => directionAt(events, t));
        expect(Array.from(directionsOf(bollinger_reversion, candles, { window, k }))).toEqual(expected);
      }),
      { seed: 33, numRuns: 200 },
    );
  });
});
