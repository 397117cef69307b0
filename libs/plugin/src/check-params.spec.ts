import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from './check-params.js';
import { choice, flag, int, real } from './param.js';
import { windowOf } from './window.js';

const DECLARED = {
  window: windowOf(20),
  k: real({ min: 0, default: 2 }),
  mode: choice(['a', 'b'], { default: 'a' }),
  long_only: flag({ default: false }),
  target: int({ min: 1 }),
  stop: real({ exclusiveMin: 0, optional: true }),
};

const check = (submitted: unknown) => checkParams(DECLARED, submitted, '/p');
const places = (submitted: unknown) => check(submitted).problems.map(({ path, code }) => `${code} ${path}`);

describe('defaults', () => {
  test('are written out, in the declared order; an optional one that is absent stays absent', () => {
    const { params, problems } = check({ target: 3 });
    expect(problems).toEqual([]);
    expect(Object.entries(params)).toEqual([
      ['window', 20],
      ['k', 2],
      ['mode', 'a'],
      ['long_only', false],
      ['target', 3],
    ]);
    expect(check({ target: 3, stop: 0.1 }).params).toMatchObject({ stop: 0.1 });
  });
  test('stand in for undefined, not for null', () => {
    expect(check({ target: 3, k: undefined, stop: undefined }).params).toEqual(check({ target: 3 }).params);
    expect(places({ target: 3, k: null, stop: null })).toEqual(['WRONG_TYPE /p/k', 'WRONG_TYPE /p/stop']);
  });
  test('there is none for what is required', () => {
    expect(check({}).problems).toEqual([{ path: '/p/target', code: 'REQUIRED', message: '"target" is required: a whole number from 1.' }]);
  });
  test('0, false and the empty string are given values', () => {
    expect(check({ target: 1, k: 0, long_only: false }).params).toMatchObject({ k: 0, long_only: false });
    expect(places({ target: 1, mode: '' })).toEqual(['NOT_ALLOWED /p/mode']);
  });
  test('−0 is 0', () => expect(Object.is(check({ target: 1, k: -0 }).params['k'], 0)).toBe(true));
});

describe('aliases', () => {
  test.each(['length', 'n', 'period', 'timeperiod'])('%s is window', (alias) => {
    expect(check({ target: 1, [alias]: 7 }).params).toEqual(check({ target: 1, window: 7 }).params);
  });
  test('a bad value is reported under the name that was written', () =>
    expect(places({ target: 1, length: 0 })).toEqual(['OUT_OF_RANGE /p/length']));
  test('two names of one parameter conflict, whichever they are', () => {
    expect(check({ target: 1, window: 5, n: 5 }).problems).toEqual([
      { path: '/p/n', code: 'ALIAS_CONFLICT', message: '"window" and "n" are the same parameter; give one of them.' },
    ]);
    expect(places({ target: 1, n: 5, period: 6, length: 7 })).toEqual(['ALIAS_CONFLICT /p/period', 'ALIAS_CONFLICT /p/length']);
    expect(places({ target: 1, n: 5, period: undefined })).toEqual([]);
  });
  test('a parameter of that very name comes before an alias', () => {
    const declared = { window: windowOf(5), n: int({ default: 9 }) };
    expect(checkParams(declared, { n: 3 }, '').params).toEqual({ window: 5, n: 3 });
  });
});

describe('what is not declared', () => {
  test('is refused with what is meant and what there is', () => {
    expect(check({ target: 1, windw: 5 }).problems).toEqual([
      {
        path: '/p/windw',
        code: 'UNKNOWN_KEY',
        message: 'there is no parameter "windw". Did you mean "window"? It takes window, k, mode, long_only, target, stop.',
        allowed: ['window', 'k', 'mode', 'long_only', 'target', 'stop'],
      },
    ]);
    expect(checkParams({}, { x: 1 }, '').problems[0]!.message).toBe('there is no parameter "x". It takes none.');
  });
  test('keys that every object has by inheritance are no parameters', () => {
    for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const submitted = JSON.parse(`{"target": 1, "${key}": 5}`) as unknown;
      expect(places(submitted)).toEqual([`UNKNOWN_KEY /p/${key}`]);
      expect(Object.getPrototypeOf(check(submitted).params)).toBe(Object.prototype);
    }
  });
  test('keys are escaped in paths', () => expect(places({ target: 1, 'a/b~c': 1 })).toEqual(['UNKNOWN_KEY /p/a~1b~0c']));
  test.each([null, undefined, 5, 'x', [], new Map(), new Date(0)])('%p is no object of parameters', (junk) => {
    expect(places(junk)).toEqual(['WRONG_TYPE /p']);
  });
  test('objects without a prototype are objects', () => {
    expect(checkParams(DECLARED, Object.assign(Object.create(null) as object, { target: 2 }), '').problems).toEqual([]);
  });
});

test('all problems come at once', () => {
  expect(places({ windw: 1, k: -1, mode: 'c', long_only: 1, stop: '1' }).sort()).toEqual([
    'NOT_ALLOWED /p/mode',
    'OUT_OF_RANGE /p/k',
    'REQUIRED /p/target',
    'UNKNOWN_KEY /p/windw',
    'WRONG_TYPE /p/long_only',
    'WRONG_TYPE /p/stop',
  ]);
});

test('what was checked once is taken again, unchanged', () => {
  const given = fc.record(
    {
      target: fc.integer({ min: 1, max: 99 }),
      length: fc.integer({ min: 1, max: 99 }),
      k: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      mode: fc.constantFrom('a', 'b'),
      stop: fc.double({ min: 1e-9, max: 9, noNaN: true }),
    },
    { requiredKeys: ['target'] },
  );
  fc.assert(
    fc.property(given, (submitted) => {
      const { params, problems } = check(submitted);
      expect(problems).toEqual([]);
      expect(check(params)).toEqual({ params, problems: [] });
    }),
  );
});
