import { describe, expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import { checkParams, computeIndicator, type IndicatorColumns, warmupOf } from '@projecta/plugin';
import { readVectors } from '@projecta/testing';
import * as longTail from './index.js';

interface VectorFile {
  readonly candles: Readonly<Record<'ts' | 'open' | 'high' | 'low' | 'close' | 'volume', number[]>>;
}

/** How an indicator's values change when every price is multiplied: not at all, or in proportion. */
type Degree = 0 | 1;

/** The allow-list: what is exported, and nothing else. */
const ALLOWED: readonly (readonly [keyof typeof longTail, Degree, readonly Readonly<Record<string, number>>[]])[] = [
  ['bearish_engulfing', 0, [{}]],
  ['bearish_harami', 0, [{}]],
  ['dark_cloud_cover', 0, [{}]],
  ['evening_star', 0, [{}]],
  ['three_black_crows', 0, [{}]],
  ['bullish_engulfing', 0, [{}]],
  ['bullish_harami', 0, [{}]],
  ['downside_tasuki_gap', 0, [{}]],
  ['morning_star', 0, [{}]],
  ['piercing_line', 0, [{}]],
  ['three_white_soldiers', 0, [{}]],
  ['average_gain', 1, [{}, { window: 1 }, { window: 5 }]],
  ['average_loss', 1, [{}, { window: 1 }, { window: 5 }]],
  ['chandelier_exit', 1, [{}, { window: 1, k: 0.5 }, { window: 5, k: 2 }]],
  ['heikin_ashi', 1, [{}]],
  ['trix', 0, [{}, { window: 1 }, { window: 5 }]],
  ['wema', 1, [{}, { window: 1 }, { window: 5 }]],
];

/** The names of the core's own kernels, which the long tail must never take. */
const CORE = `sma ema wma dema tema hma kama rsi macd bollinger atr true_range adx stochastic cci mfi obv vwap donchian keltner roc momentum
  williams_r aroon psar supertrend ichimoku zscore stddev highest lowest linreg_slope realized_vol dual_sma`.split(/\s+/);

const MARKETS = ['random_walk', 'gaps_and_trends', 'ticks', 'tiny_prices', 'huge_prices', 'flat', 'candlesticks'].map(
  (name) => [name, readCandles(name)] as const,
);

test('the exports are the allow-list, each named like its indicator, none like a core one', () => {
  expect(Object.keys(longTail).sort()).toEqual(ALLOWED.map(([key]) => key).sort());
  for (const [key, definition] of Object.entries(longTail)) {
    expect(definition.name).toBe(key);
    expect(CORE).not.toContain(definition.name);
    expect(checkParams(definition.params, {}, '').problems).toEqual([]);
    expect(definition.description).toMatch(/^[A-Z].*\.$|: 1 on .* else 0\.$/);
  }
});

describe.each(ALLOWED)('%s', (key, degree, paramSets) => {
  const indicator = longTail[key];
  const compute = (candles: Candles, params: Readonly<Record<string, number>>) => computeIndicator(indicator, candles, params);

  describe.each(paramSets.map((params) => [JSON.stringify(params), params] as const))('%s', (_, params) => {
    const warmup = warmupOf(indicator, params);

    test('is as long as the bars, undefined before its warm-up and finite from there on', () => {
      for (const [name, candles] of MARKETS) {
        for (const column of Object.values(compute(candles, params))) {
          expect(column).toHaveLength(candles.ts.length);
          const wrong = column.findIndex((value, t) => (t < warmup ? !Number.isNaN(value) : !Number.isFinite(value)));
          expect([name, wrong]).toEqual([name, -1]);
        }
      }
    });

    test('of a prefix of the bars is the prefix of its values, bit for bit', () => {
      for (const [, candles] of MARKETS) {
        const whole = compute(candles, params);
        for (const n of [1, warmup + 1, 61, candles.ts.length - 1]) {
          const bars = mapColumns(candles, (column) => column.slice(0, n));
          expectSame(
            compute(bars, params),
            mapColumns(whole, (column) => column.slice(0, n)),
          );
        }
      }
    });

    test(degree === 0 ? 'does not depend on the scale of prices, bit for bit' : 'scales with prices by 2^k, bit for bit', () => {
      for (const [, candles] of MARKETS) {
        const plain = compute(candles, params);
        for (const scale of [2 ** -30, 2 ** 20]) {
          const scaled = compute(scalePrices(candles, scale), params);
          expectSame(scaled, degree === 0 ? plain : mapColumns(plain, (column) => column.map((value) => value * scale)));
        }
      }
    });

    test('on a market that never moved is what it must be, to the last bit', () => {
      const price = new Float64Array(80).fill(0.1);
      const candles = { ts: price.map((_, t) => t), open: price, high: price, low: price, close: price };
      const still: Readonly<Record<string, number>> = {
        wema: 0.1,
        exit_long: 0.1,
        exit_short: 0.1,
        open: 0.1,
        high: 0.1,
        low: 0.1,
        close: 0.1,
      };
      for (const [name, column] of Object.entries(compute(candles, params))) {
        const expected = still[name] ?? 0;
        expect([...column.subarray(warmup)].filter((value) => value !== expected)).toEqual([]);
      }
    });
  });
});

describe('a candlestick pattern', () => {
  const candles = readCandles('candlesticks');
  const patterns = Object.values(longTail).filter((one) => one.inputs.includes('open' as never) && one.outputs.length === 1);

  test.each(patterns.map((one) => [one.name, one] as const))('%s is 1 on some bars and 0 on others', (_, pattern) => {
    const [column] = Object.values(computeIndicator(pattern, candles));
    const marks = [...column!].filter((value) => !Number.isNaN(value));
    expect([...new Set(marks)].sort()).toEqual([0, 1]);
  });

  test.each(patterns.map((one) => [one.name, one] as const))('%s does not see the bars before its own', (_, pattern) => {
    const warmup = warmupOf(pattern, {});
    const [column] = Object.values(computeIndicator(pattern, candles));
    for (let t = warmup; t < 300; t++) {
      const bars = mapColumns(candles, (whole) => whole.slice(t - warmup, t + 1));
      expect(Object.values(computeIndicator(pattern, bars))[0]![warmup]).toBe(column![t]);
    }
  });
});

test('columns that an indicator does not ask for do not reach it', () => {
  const nothing = new Float64Array(30).fill(NaN);
  const source = nothing.map((_, t) => t + 1);
  const out = nothing.slice();
  longTail.wema.compute({ source, open: nothing } as { source: Float64Array }, { window: 2 }, { wema: out });
  expect(out.findIndex((value) => !Number.isNaN(value))).toBe(1);
});

test('wema reads the source it is given, trix only values above zero', () => {
  const candles = readCandles('ticks');
  expect(computeIndicator(longTail.wema, candles, { window: 1 }, { source: 'high' })['wema']).toEqual(candles.high);
  const source = candles.close.map((value, t) => (t === 50 ? 0 : value));
  const values = computeIndicator(longTail.trix, candles, { window: 3 }, { source })['trix']!;
  const warmup = warmupOf(longTail.trix, { window: 3 });
  const undefinedBars = [...values.keys()].filter((t) => t >= warmup && Number.isNaN(values[t]));
  expect(undefinedBars).toEqual(Array.from({ length: warmup + 1 }, (_, i) => 50 + i));
});

function readCandles(name: string): Candles {
  const { candles } = readVectors<VectorFile>(import.meta.url, `${name}.json`);
  return mapColumns(candles, (column) => Float64Array.from(column));
}

function scalePrices(candles: Candles, scale: number): Candles {
  return { ...mapColumns(candles, (column) => column.map((value) => value * scale)), ts: candles.ts };
}

function mapColumns<C extends object, T>(columns: C, map: (column: C[keyof C & string] & {}) => T): { readonly [K in keyof C]: T } {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, map(column)])) as { readonly [K in keyof C]: T };
}

function expectSame(actual: IndicatorColumns, expected: IndicatorColumns): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, column] of Object.entries(actual)) {
    const t = column.findIndex((value, i) => !Object.is(value, expected[name]![i]));
    expect([name, t, column[t], expected[name]![t]]).toEqual([name, -1, undefined, undefined]);
    expect(column).toHaveLength(expected[name]!.length);
  }
}
