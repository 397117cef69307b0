import { describe, expect, test } from '@jest/globals';
import { checkParams, paramsSchema, warmupOf, type Param, type Params, type VectorStrategy } from '@projecta/plugin';
import { candlesOf, directionsOf } from './directions-of.twin.js';
import * as builtin from './index.js';

/** Parameters small enough that every strategy trades within the walk below. */
const SMALL: Readonly<Record<string, Readonly<Record<string, number | string>>>> = {
  dual_sma: { fast: 3, slow: 8 },
  ema_cross: { fast: 3, slow: 8 },
  macd: { fast: 3, slow: 6, signal: 4 },
  rsi_reversion: { window: 5, oversold: 35, overbought: 65 },
  bollinger_reversion: { window: 8, k: 1.5 },
  donchian_breakout: { entry: 7, exit: 4 },
  momentum: { lookback: 6 },
  buy_and_hold: {},
  rules: {
    long: 'crosses_above(sma(close, 3), sma(close, 8))',
    short: 'crosses_below(sma(close, 3), sma(close, 8))',
    exit: 'open == close', // the first bar of the walk, for one
  },
};
/** What has no default. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = { rules: { long: 'close > close[1]' } };
const WALK = Array.from({ length: 160 }, (_, t) => 100 + (((t * t * 31 + t * 17) % 97) - 48) / 16 + 12 * Math.sin(t / 11));

describe.each(Object.entries(builtin) as [string, VectorStrategy][])('%s', (exported, strategy) => {
  const small = SMALL[exported]!;
  const given = GIVEN[exported] ?? {};
  const directions = directionsOf(strategy, candlesOf(WALK), small);

  test('is exported under its own name and says what it does', () => {
    expect(strategy.name).toBe(exported);
    expect(strategy.kind).toBe('strategy');
    expect(strategy.form).toBe('vector');
    expect(strategy.title).toMatch(/^[A-Z]/);
    expect(strategy.description).toMatch(/\.$/);
  });

  test('B4: takes long_only, false by default, and a default for every other parameter that may be left out', () => {
    const { params, problems } = checkParams(strategy.params, given, '/params');
    expect(problems).toEqual([]);
    expect(params['long_only']).toBe(false);
    expect(Object.keys(strategy.params)).toEqual([...Object.keys(small), 'long_only']);
    expect(Object.keys(params)).toEqual(Object.keys(strategy.params).filter((name) => !isOptional(strategy.params[name]!)));
    expect(paramsSchema(strategy.params).required).toEqual(Object.keys(given));
    expect(strategy.check?.(params as never)).toBeUndefined();
  });

  test('refuses junk in every parameter, by its path', () => {
    for (const name of Object.keys(strategy.params)) {
      for (const junk of ['5', NaN, Infinity, null, [1], {}, -1]) {
        const { params, problems } = checkParams(strategy.params, { ...given, [name]: junk }, '/params');
        const inValues = strategy.problems?.(params as never) ?? [];
        expect([...problems.map(({ path }) => path), ...inValues.map(({ param }) => `/params/${param}`)]).toEqual([`/params/${name}`]);
      }
    }
    expect(checkParams(strategy.params, { ...given, leverage: 2 }, '/params').problems[0]).toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  test('asks its indicators only for what they accept, at both ends of every parameter', () => {
    for (const params of extremes(strategy.params)) {
      if (strategy.check?.(params as never)) continue;
      for (const { indicator, params: own } of Object.values(strategy.features?.(params as never) ?? {})) {
        expect(checkParams(indicator.params, own, '').problems).toEqual([]);
      }
    }
  });

  test('B6: has no opinion before its warm-up, and one at it or where two lines first differ', () => {
    const { params } = checkParams(strategy.params, small, '/params');
    const features = Object.values(strategy.features?.(params as never) ?? {});
    const warmup = strategy.warmup?.(params as never) ?? Math.max(...features.map((one) => warmupOf(one.indicator, one.params)));
    expect(directions.findIndex((one) => !Number.isNaN(one))).toBe(warmup);
  });

  test('answers +1, 0, −1 or no opinion, and trades in a walk that goes up and down', () => {
    const seen = new Set(directions);
    for (const direction of seen) expect([1, 0, -1, NaN]).toContainEqual(direction);
    if (exported !== 'buy_and_hold') expect([seen.has(1), seen.has(-1)]).toEqual([true, true]);
  });

  test('knows only the past: a prefix of the bars gives the prefix of the directions', () => {
    for (let n = 1; n <= WALK.length; n++) {
      expect(directionsOf(strategy, candlesOf(WALK.slice(0, n)), small)).toEqual(directions.slice(0, n));
    }
  });

  test('gives the same directions when all prices are multiplied by a power of two', () => {
    for (const scale of [2 ** -40, 2, 2 ** 70]) {
      const scaled = candlesOf(WALK.map((price) => price * scale));
      expect(directionsOf(strategy, scaled, small)).toEqual(directions);
    }
  });

  test('never trades on a constant price, whatever the price', () => {
    if (exported === 'buy_and_hold') return;
    for (const price of [0.1, 1 / 3, 123456.789, 1e-9]) {
      const flat = directionsOf(strategy, candlesOf(Array.from({ length: 300 }, () => price)), small);
      expect(flat.every((direction) => direction === 0 || Number.isNaN(direction))).toBe(true);
    }
  });

  test('runs on no bars and on one', () => {
    expect(directionsOf(strategy, candlesOf([]), small)).toHaveLength(0);
    expect(directionsOf(strategy, candlesOf([5]), small)).toHaveLength(1);
  });
});

function isOptional(param: Param): boolean {
  return 'optional' in param && param.optional === true;
}

/** The parameters with each number in turn at its least and its most, the others at their defaults. */
function extremes(declared: Params): Record<string, unknown>[] {
  const { params } = checkParams(declared, {}, '');
  return Object.entries(declared).flatMap(([name, param]) => {
    if (param.type !== 'int' && param.type !== 'number') return [];
    const least = param.min ?? (param.exclusiveMin ?? 0) + Number.MIN_VALUE;
    const most = param.max ?? Number.MAX_VALUE;
    return [least, most].map((value) => ({ ...params, [name]: value }));
  });
}
