import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams, paramsSchema, type SlippageModelDefinition } from '@projecta/plugin';
import * as builtin from './index.js';
import { marketOf, slipOf } from './slip-of.twin.js';

const REQUIRED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  none: {},
  spread_pct: { spread_pct: 0.002 },
  participation_rate: { participation_pct: 0.1 },
  sqrt_impact: { coefficient: 0.5, lookback: 5 },
};
const CLOSE = [100, 101, 100.5, 103, 99, 99, 99.25, 104, 107, 106, 101, 100, 102.5];
const VOLUME = [10, 20, 0, 35, 5, 80, 11, 12, 9, 14, 0, 21, 33];

describe.each(Object.entries(builtin) as [string, SlippageModelDefinition][])('%s', (exported, model) => {
  const params = REQUIRED[exported]!;
  const slip = slipOf(model, marketOf(CLOSE, VOLUME), params);

  test('is exported under its own name and says what it does', () => {
    expect(model.name).toBe(exported);
    expect(model.kind).toBe('slippage_model');
    expect(model.title).toMatch(/^[A-Z]/);
    expect(model.description).toMatch(/\.$/);
  });

  test('has no defaults: every parameter is required', () => {
    expect(checkParams(model.params, params, '/params').problems).toEqual([]);
    expect(paramsSchema(model.params).required).toEqual(Object.keys(params));
    const missing = checkParams(model.params, {}, '/params').problems;
    expect(missing.map(({ path, code }) => `${code} ${path}`)).toEqual(Object.keys(params).map((name) => `REQUIRED /params/${name}`));
  });

  test('refuses junk in every parameter, by its path', () => {
    for (const name of Object.keys(model.params)) {
      for (const junk of ['0.5', NaN, Infinity, null, true, [1], -1e-9]) {
        const { problems } = checkParams(model.params, { ...params, [name]: junk }, '/params');
        expect(problems.map(({ path }) => path)).toEqual([`/params/${name}`]);
      }
    }
    expect(checkParams(model.params, { ...params, bps: 2 }, '/params').problems[0]).toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  test('never helps: a buy pays at least the base price, a sell gets at most it and never below 0', () => {
    const bar = fc.integer({ min: 1, max: CLOSE.length - 1 });
    const positive = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, bar, (price, quantity, t) => {
        expect(slip(price, 1, quantity, t, t - 1)).toBeGreaterThanOrEqual(price);
        const sold = slip(price, -1, quantity, t, t - 1);
        expect(sold).toBeLessThanOrEqual(price);
        expect(sold).toBeGreaterThanOrEqual(0);
      }),
      { seed: 21 },
    );
  });

  test('never moves less for a larger quantity', () => {
    for (let t = 1; t < CLOSE.length; t++) {
      for (let quantity = 0.5; quantity < 1000; quantity *= 2) {
        expect(slip(100, 1, 2 * quantity, t, t - 1)).toBeGreaterThanOrEqual(slip(100, 1, quantity, t, t - 1));
      }
    }
  });

  test('knows only the bars up to the fill: a prefix of them gives the same price', () => {
    for (let t = 1; t < CLOSE.length; t++) {
      const short = slipOf(model, marketOf(CLOSE.slice(0, t + 1), VOLUME.slice(0, t + 1)), params);
      expect(short(CLOSE[t]!, 1, 3, t, t - 1)).toBe(slip(CLOSE[t]!, 1, 3, t, t - 1));
    }
  });

  test('does not depend on which fills were priced before', () => {
    const forwards = CLOSE.map((price, t) => slip(price, -1, 3, t, t - 1));
    const backwards = CLOSE.map((_, i) => CLOSE.length - 1 - i).map((t) => slip(CLOSE[t]!, -1, 3, t, t - 1));
    expect(backwards.reverse()).toEqual(forwards);
  });

  test('A27: scales bit for bit with prices by 2^k and quantities and volume by 2^−k', () => {
    for (const scale of [2 ** -30, 2, 2 ** 60]) {
      const market = marketOf(
        CLOSE.map((price) => price * scale),
        VOLUME.map((volume) => volume / scale),
      );
      const scaled = slipOf(model, market, params);
      for (let t = 1; t < CLOSE.length; t++) {
        for (const side of [1, -1])
          expect(scaled(CLOSE[t]! * scale, side, 7 / scale, t, t - 1)).toBe(slip(CLOSE[t]!, side, 7, t, t - 1) * scale);
      }
    }
  });
});
