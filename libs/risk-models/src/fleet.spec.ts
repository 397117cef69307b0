import { describe, expect, test } from '@jest/globals';
import { checkParams, paramsSchema, type RiskModelDefinition } from '@projecta/plugin';
import * as builtin from './index.js';
import { weightsOf } from './weights-of.twin.js';

const REQUIRED: Readonly<Record<string, Readonly<Record<string, number>>>> = { kelly_fraction: { p_win: 0.6, payoff_ratio: 1.5 } };
const CLOSE = [
  100, 101, 100.5, 103, 99, 99, 99.25, 104, 107, 106, 101, 100, 102.5, 102, 104, 110, 97, 98, 99, 98.5, 101, 99, 103, 104, 102,
];

describe.each(Object.entries(builtin) as [string, RiskModelDefinition][])('%s', (exported, model) => {
  const required = REQUIRED[exported] ?? {};

  test('is exported under its own name and says what it does', () => {
    expect(model.name).toBe(exported);
    expect(model.kind).toBe('risk_model');
    expect(model.title).toMatch(/^[A-Z]/);
    expect(model.description).toMatch(/\.$/);
  });

  test('takes its defaults, and what has none is required', () => {
    expect(checkParams(model.params, required, '/params').problems).toEqual([]);
    expect(paramsSchema(model.params).required).toEqual(Object.keys(required));
    const missing = checkParams(model.params, {}, '/params').problems;
    expect(missing.map(({ path, code }) => ({ path, code }))).toEqual(
      Object.keys(required).map((name) => ({ path: `/params/${name}`, code: 'REQUIRED' })),
    );
  });

  test('refuses junk in every parameter, by its path', () => {
    for (const name of Object.keys(model.params)) {
      for (const junk of ['0.5', NaN, Infinity, null, true, [1], -1]) {
        const { problems } = checkParams(model.params, { ...required, [name]: junk }, '/params');
        expect(problems.map(({ path }) => path)).toEqual([`/params/${name}`]);
      }
    }
    expect(checkParams(model.params, { ...required, leverage: 2 }, '/params').problems[0]).toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  test('knows only the past: a prefix of the bars gives the prefix of the weights', () => {
    const whole = weightsOf(model, { close: CLOSE, params: required });
    expect(whole.some(Number.isFinite)).toBe(true);
    for (let n = 1; n <= CLOSE.length; n++)
      expect(weightsOf(model, { close: CLOSE.slice(0, n), params: required })).toEqual(whole.slice(0, n));
  });

  test('gives the same bits when all prices are multiplied by a power of two', () => {
    const whole = weightsOf(model, { close: CLOSE, params: required });
    for (const scale of [2 ** -40, 2, 2 ** 70]) {
      expect(weightsOf(model, { close: CLOSE.map((price) => price * scale), params: required })).toEqual(whole);
    }
  });

  test('is odd and linear in the direction', () => {
    const long = weightsOf(model, { close: CLOSE, params: required });
    expect(weightsOf(model, { close: CLOSE, params: required, direction: -1 })).toEqual(long.map((weight) => -weight));
    expect(weightsOf(model, { close: CLOSE, params: required, direction: 0.5 })).toEqual(long.map((weight) => weight / 2));
  });
});
