import { describe, expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import { checkParams, computeIndicator, type IndicatorDefinition, type Param, type Params, warmupOf } from '@projecta/plugin';
import fc from 'fast-check';
import * as builtin from './index.js';
import { generator, randomCandles, randomSeries } from './testing/random-candles.twin.js';

const RUNS = { numRuns: 20, seed: 7 };
const FLEET = Object.entries(builtin as unknown as Record<string, IndicatorDefinition>);
const SERIES = FLEET.filter(([, indicator]) => indicator.inputs.includes('source'));
/** These read two values only, so a hole between them does not matter. */
const TWO_POINT = ['momentum', 'roc'];

describe.each(FLEET)('%s', (exportName, indicator) => {
  test('is exported under its name', () => {
    expect(indicator.name).toBe(exportName);
    expect(indicator.name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(indicator.kind).toBe('indicator');
  });

  test('says what it is and where it comes from', () => {
    expect(indicator.title).toMatch(/^\S.{2,60}$/);
    expect(indicator.description).toMatch(/^\S.{20,300}\.$/);
    expect(indicator.reference).toMatch(/^\S.{4,}/);
    expect(new Set(indicator.outputs).size).toBe(indicator.outputs.length);
  });

  test('has defaults that are valid together', () => {
    const { params, problems } = checkParams(indicator.params, {}, '/params');
    expect(problems).toEqual([]);
    expect(indicator.check?.(params as never)).toBeUndefined();
    expect(Object.keys(params)).toEqual(Object.keys(indicator.params));
  });

  test('normalises every alias to the one name', () => {
    for (const [name, param] of Object.entries(indicator.params)) {
      for (const alias of param.aliases ?? []) {
        const { params, problems } = checkParams(indicator.params, { [alias]: 60 }, '/params');
        expect(problems).toEqual([]);
        expect(params[name]).toBe(60);
      }
    }
  });

  test('refuses parameters it does not have and values that are no number', () => {
    expect(checkParams(indicator.params, { windwo: 5 }, '/params').problems).toHaveLength(1);
    for (const name of Object.keys(indicator.params)) {
      for (const junk of ['5', -1, NaN, null]) {
        expect(checkParams(indicator.params, { [name]: junk }, '/params').problems).toHaveLength(1);
      }
    }
  });

  test('is as long as the candles, undefined before its warm-up and finite from there on', () => {
    fc.assert(
      fc.property(randomCandles(), paramsOf(indicator), (candles, params) => {
        const columns = computeIndicator(indicator, candles, params);
        const warmup = indicator.warmup(params as never);
        for (const [output, column] of Object.entries(columns)) {
          const first = typeof warmup === 'number' ? warmup : warmup[output]!;
          expect(column.length).toBe(candles.ts.length);
          expect(column.findIndex((value) => !Number.isNaN(value))).toBe(first < column.length ? first : -1);
          expect(column.subarray(Math.min(first, column.length)).every(Number.isFinite)).toBe(true);
        }
        expect(warmupOf(indicator, params)).toBe(typeof warmup === 'number' ? warmup : Math.max(...Object.values(warmup)));
      }),
      RUNS,
    );
  });

  test('of a prefix is the prefix of the whole, bit for bit', () => {
    fc.assert(
      fc.property(randomCandles({ minBars: 1 }), paramsOf(indicator), fc.nat(), (candles, params, pick) => {
        const whole = computeIndicator(indicator, candles, params);
        const n = candles.ts.length;
        for (const bars of new Set([pick % n, (pick >>> 8) % n, warmupOf(indicator, params), n - 1])) {
          const part = computeIndicator(indicator, firstBars(candles, bars), params);
          for (const output of indicator.outputs) expect(firstDifference(part[output]!, whole[output]!)).toBe(-1);
        }
      }),
      RUNS,
    );
  });

  test('D27: of prices × 2^k and volumes × 2^−k is itself times one power of two, bit for bit', () => {
    fc.assert(
      fc.property(randomCandles(), paramsOf(indicator), fc.constantFrom(-60, -3, 1, 60), (candles, params, k) => {
        const factor = 2 ** k;
        const columns = computeIndicator(indicator, candles, params);
        const scaled = computeIndicator(indicator, scaledBy(candles, factor), params);
        for (const output of indicator.outputs) {
          const times = (by: number) =>
            firstDifference(
              columns[output]!.map((value) => value * by),
              scaled[output]!,
            ) === -1;
          expect([factor, 1, 1 / factor].some(times)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('leaves its inputs alone and computes the same again', () => {
    fc.assert(
      fc.property(randomCandles(), (candles) => {
        const before = firstBars(candles, candles.ts.length);
        const once = computeIndicator(indicator, candles);
        expect(candles).toEqual(before);
        expect(computeIndicator(indicator, candles)).toEqual(once);
      }),
      { ...RUNS, numRuns: 5 },
    );
  });
});

describe.each(SERIES)('%s of a series', (_name, indicator) => {
  test('that starts late starts as much later', () => {
    fc.assert(
      fc.property(randomSeries({ minBars: 1 }), paramsOf(indicator), fc.integer({ min: 1, max: 30 }), (series, params, late) => {
        const padded = new Float64Array(series.length + late).fill(NaN);
        padded.set(series, late);
        const alone = onSeries(indicator, series, params);
        const after = onSeries(indicator, padded, params);
        for (const output of indicator.outputs) {
          expect(after[output]!.subarray(0, late).every(Number.isNaN)).toBe(true);
          expect(after[output]!.subarray(late)).toEqual(alone[output]);
        }
      }),
      RUNS,
    );
  });

  test('with a hole is undefined for every window that contains it and begins anew after it', () => {
    if (TWO_POINT.includes(indicator.name)) return expect(indicator.warmup({ window: 3 } as never)).toBe(3);
    fc.assert(
      fc.property(
        randomSeries({ minBars: 2 }),
        paramsOf(indicator),
        fc.nat(),
        fc.constantFrom(NaN, Infinity),
        (series, params, pick, hole) => {
          const at = pick % series.length;
          const broken = series.with(at, hole);
          const columns = onSeries(indicator, broken, params);
          const before = onSeries(indicator, series.subarray(0, at), params);
          const after = onSeries(indicator, series.subarray(at + 1), params);
          for (const output of indicator.outputs) {
            expect(columns[output]).toEqual(Float64Array.of(...before[output]!, NaN, ...after[output]!));
          }
        },
      ),
      RUNS,
    );
  });
});

test('the fleet is the core list of the semantics', () => {
  const core =
    'sma ema wma dema tema hma kama rsi macd bollinger atr true_range adx stochastic cci mfi obv vwap donchian keltner roc momentum williams_r aroon psar supertrend ichimoku zscore stddev highest lowest linreg_slope realized_vol dual_sma';
  expect(FLEET.map(([name]) => name)).toEqual(expect.arrayContaining(core.split(' ')));
});

/** Valid parameters, small enough that short data reach past the warm-up. */
function paramsOf(indicator: IndicatorDefinition): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .integer()
    .map((seed) => {
      const next = generator(seed);
      return Object.fromEntries(Object.entries(indicator.params).map(([name, param]) => [name, valueOf(param, next())]));
    })
    .filter((params) => indicator.check?.(params as never) === undefined);
}

function valueOf(param: Param, share: number): unknown {
  if (param.type === 'int') return (param.min ?? 0) + Math.floor(share * share * 20);
  if (param.type === 'number') return (param.min ?? 0) + share;
  return param.default;
}

function onSeries(indicator: IndicatorDefinition<Params>, series: Float64Array, params: Record<string, unknown>) {
  const candles = { ts: series, open: series, high: series, low: series, close: series };
  return computeIndicator(indicator, candles, params, { source: series });
}

function firstBars(candles: Candles, bars: number): Candles {
  return Object.fromEntries(
    Object.entries(candles).map(([name, column]: [string, Float64Array]) => [name, column.slice(0, bars)]),
  ) as never;
}

function scaledBy(candles: Candles, factor: number): Candles {
  const scaled = (name: string, column: Float64Array) => {
    if (name === 'ts') return column;
    return column.map((value) => value * (name === 'volume' ? 1 / factor : factor));
  };
  return Object.fromEntries(Object.entries(candles).map(([name, column]: [string, Float64Array]) => [name, scaled(name, column)])) as never;
}

/** The first bar at which the shorter column differs from the other, −1 if none. */
function firstDifference(shorter: Float64Array, other: Float64Array): number {
  return shorter.findIndex((value, t) => value !== other[t] && !(Number.isNaN(value) && Number.isNaN(other[t])));
}
