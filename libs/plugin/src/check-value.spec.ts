import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkValue, hint } from './check-value.js';
import { choice, flag, grid, int, list, type Param, real, text } from './param.js';

const codeOf = (param: Param, value: unknown) => checkValue(param, value, '/x')?.code;

describe('a number', () => {
  test.each([
    [int({}), 5, undefined],
    [int({}), -5, undefined],
    [int({}), Number.MAX_SAFE_INTEGER, undefined],
    [int({}), 2 ** 53, 'WRONG_TYPE'],
    [int({}), 1.5, 'WRONG_TYPE'],
    [int({}), '5', 'WRONG_TYPE'],
    [int({}), true, 'WRONG_TYPE'],
    [int({}), null, 'WRONG_TYPE'],
    [int({}), undefined, 'WRONG_TYPE'],
    [int({}), 5n, 'WRONG_TYPE'],
    [real({}), 0.1, undefined],
    [real({}), NaN, 'WRONG_TYPE'],
    [real({}), -Infinity, 'WRONG_TYPE'],
    [real({}), [1], 'WRONG_TYPE'],
    [real({ min: 0 }), 0, undefined],
    [real({ min: 0 }), -Number.MIN_VALUE, 'OUT_OF_RANGE'],
    [real({ max: 1 }), 1, undefined],
    [real({ max: 1 }), 1.0000000000000002, 'OUT_OF_RANGE'],
    [real({ exclusiveMin: 0 }), 0, 'OUT_OF_RANGE'],
    [real({ exclusiveMin: 0 }), Number.MIN_VALUE, undefined],
    [real({ exclusiveMax: 1 }), 1, 'OUT_OF_RANGE'],
    [real({ exclusiveMax: 1 }), 0.9999999999999999, undefined],
    [real({ word: 'auto' }), 'auto', undefined],
    [real({ word: 'auto' }), 'Auto', 'WRONG_TYPE'],
    [real({}), 'auto', 'WRONG_TYPE'],
  ])('%j takes %p: %p', (param, value, code) => expect(codeOf(param, value)).toBe(code));

  test('is refused with its rule and itself', () => {
    expect(checkValue(int({ min: 1, max: 9 }), 10, '/p')).toEqual({
      path: '/p',
      code: 'OUT_OF_RANGE',
      message: 'must be a whole number from 1 to 9, not 10.',
    });
    expect(checkValue(real({ exclusiveMin: 0, word: 'auto' }), '1', '/p')).toEqual({
      path: '/p',
      code: 'WRONG_TYPE',
      message: 'must be a number above 0 or "auto", not "1".',
    });
  });
  test('is taken exactly where its bounds hold, whichever they are', () => {
    const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined });
    const bounds = fc.record({ min: bound, max: bound, exclusiveMin: bound, exclusiveMax: bound });
    fc.assert(
      fc.property(bounds, fc.integer({ min: -7, max: 7 }), (given, value) => {
        const holds =
          value >= (given.min ?? -Infinity) &&
          value <= (given.max ?? Infinity) &&
          value > (given.exclusiveMin ?? -Infinity) &&
          value < (given.exclusiveMax ?? Infinity);
        const stated = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));
        expect(codeOf(int(stated), value)).toBe(holds ? undefined : 'OUT_OF_RANGE');
      }),
    );
  });
});

describe('flags, texts, choices', () => {
  test('a flag is true or false and nothing else', () => {
    expect([true, false].map((value) => codeOf(flag({}), value))).toEqual([undefined, undefined]);
    expect([0, 1, 'true', null, {}].map((value) => codeOf(flag({}), value))).toEqual(Array(5).fill('WRONG_TYPE'));
  });
  test('a text has a length', () => {
    expect(codeOf(text({}), 'x'.repeat(4096))).toBeUndefined();
    expect(checkValue(text({}), 'x'.repeat(4097), '/x')!.message).toBe('is 4097 characters long; at most 4096 are taken.');
    expect(codeOf(text({ maxLength: 3 }), 'abcd')).toBe('OUT_OF_RANGE');
    expect(codeOf(text({}), 5)).toBe('WRONG_TYPE');
    expect(codeOf(text({ format: 'expression' }), 5)).toBe('WRONG_TYPE');
    expect(codeOf(text({ format: 'expression', maxLength: 3 }), 'abcd')).toBe('BAD_EXPRESSION');
    expect(codeOf(text({ format: 'expression', maxLength: 3 }), 'abc')).toBeUndefined();
  });
  test('a choice offers what is near, and lists up to a dozen', () => {
    const few = choice(['bars', 'signals'], {});
    expect(codeOf(few, 'bars')).toBeUndefined();
    expect(codeOf(few, 0)).toBe('WRONG_TYPE');
    expect(checkValue(few, 'bar', '/m')).toEqual({
      path: '/m',
      code: 'NOT_ALLOWED',
      message: '"bar" is not among the choices. Did you mean "bars"? It takes bars, signals.',
      allowed: ['bars', 'signals'],
    });
    const many = choice(
      Array.from({ length: 13 }, (_, i) => `word_${i}`),
      {},
    );
    expect(checkValue(many, 'zzz', '/m')!.message).toBe('"zzz" is not among the choices.');
    expect(codeOf(choice(['toString'], {}), 'valueOf')).toBe('NOT_ALLOWED');
  });
});

describe('lists and grids', () => {
  const metrics = list({ choices: ['sharpe', 'cagr'] });
  test('a list names the item that is wrong', () => {
    expect(codeOf(metrics, ['sharpe', 'cagr'])).toBeUndefined();
    expect(checkValue(metrics, ['sharpe', 'sharp'], '/m')).toMatchObject({ path: '/m/1', code: 'NOT_ALLOWED' });
    expect(checkValue(metrics, ['sharpe', 5], '/m')).toMatchObject({ path: '/m/1', code: 'WRONG_TYPE' });
    expect(checkValue(metrics, ['sharpe', 'cagr', 'sharpe'], '/m')).toMatchObject({
      path: '/m/2',
      code: 'NOT_ALLOWED',
      message: '"sharpe" stands in the list twice.',
    });
    expect([[], 'sharpe', { 0: 'sharpe' }].map((value) => codeOf(metrics, value))).toEqual(Array(3).fill('WRONG_TYPE'));
  });
  test('a grid names the parameter, and the value', () => {
    const values = grid({ description: 'Values to try.' });
    expect(codeOf(values, { fast: [1, 2], mode: ['a'], on: [true] })).toBeUndefined();
    expect(codeOf(values, {})).toBeUndefined();
    expect(checkValue(values, { 'a/b': 5 }, '/g')).toMatchObject({ path: '/g/a~1b', code: 'WRONG_TYPE' });
    expect(checkValue(values, { fast: [] }, '/g')).toMatchObject({ path: '/g/fast', code: 'WRONG_TYPE' });
    expect(checkValue(values, { fast: [1, NaN] }, '/g')).toMatchObject({ path: '/g/fast/1', code: 'WRONG_TYPE' });
    expect(codeOf(values, [1])).toBe('WRONG_TYPE');
  });
});

test('the rule in words', () => {
  const rules: [Param, string][] = [
    [int({}), 'a whole number'],
    [int({ max: 5 }), 'a whole number at most 5'],
    [int({ min: 1, max: 5 }), 'a whole number from 1 to 5'],
    [real({ exclusiveMin: 0, max: 1 }), 'a number above 0 to 1'],
    [real({ exclusiveMin: 0, exclusiveMax: 1 }), 'a number above 0 and below 1'],
    [real({ exclusiveMax: 1 }), 'a number below 1'],
    [real({ min: 0, word: 'auto' }), 'a number from 0 or "auto"'],
    [flag({}), 'true or false'],
    [text({}), 'a string'],
    [text({ format: 'expression' }), 'an expression, as a string'],
    [choice(['a', 'b'], {}), 'one of "a", "b"'],
    [list({ choices: ['a'] }), 'a list of names'],
    [grid({ description: '' }), 'an object with a list of values for each parameter'],
  ];
  for (const [param, words] of rules) expect(hint(param)).toBe(words);
});
