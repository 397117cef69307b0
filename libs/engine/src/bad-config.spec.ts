import { describe, expect, test } from '@jest/globals';
import { type Problem, ProjectaError, quote, ValidationFailed } from '@projecta/errors';
import fc from 'fast-check';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import { BAD_VALUES, MISSPELT } from './testing/bad-values.twin.js';
import { BASE, baseWith } from './testing/base-config.twin.js';

const catalogue = catalogueOf();

function problemsOf(config: unknown): readonly Problem[] {
  try {
    normalizeConfig(config, catalogue);
    return [];
  } catch (error) {
    if (!(error instanceof ValidationFailed)) throw error;
    expect(error.code).toBe('VALIDATION_FAILED');
    expect(error.message).toMatch(/^The RunConfig has \d+ problems?\.$/);
    return error.errors;
  }
}

const places = (problems: readonly Problem[]) => problems.map(({ path, code }) => ({ path, code }));

test('the config that the bad ones are made from is sound', () => expect(problemsOf(BASE)).toEqual([]));

describe('a bad value is one problem at its path, which quotes it and says what to do', () => {
  test.each(BAD_VALUES)('%s = %p is %s', (pointer, value, code, advice) => {
    const problems = problemsOf(baseWith(pointer, value));
    expect(places(problems)).toEqual([{ path: pointer, code }]);
    expect(problems[0]!.message).toContain(quote(value));
    expect(problems[0]!.message).toContain(advice);
  });
});

describe('a misspelt key is named with what is meant', () => {
  test.each(MISSPELT)('%s means %s', (pointer, meant) => {
    const config = pointer.startsWith('/indicators/') ? { ...BASE, indicators: [{ name: 'sma', nam: 1 }] } : baseWith(pointer, 1);
    const [problem, ...others] = problemsOf(config);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: pointer, code: 'UNKNOWN_KEY' });
    expect(problem!.message).toContain(quote(pointer.slice(pointer.lastIndexOf('/') + 1)));
    expect(problem!.message).toContain(`Did you mean "${meant}"?`);
    expect(problem!.allowed).toContain(meant);
    for (const key of problem!.allowed!) expect(problem!.message).toContain(String(key));
  });
  test('a misspelt validation method likewise', () => {
    const [problem] = problemsOf(baseWith('/validation/permutaton', {}));
    expect(problem).toMatchObject({ path: '/validation/permutaton', code: 'UNKNOWN_METHOD' });
    expect(problem!.message).toContain('"permutaton". Did you mean "permutation"?');
  });
  test('paths are JSON pointers: ~ and / in a key are escaped', () => {
    expect(places(problemsOf({ ...BASE, 'a~b/c': 1 }))).toEqual([{ path: '/a~0b~1c', code: 'UNKNOWN_KEY' }]);
    expect(places(problemsOf(baseWith('/validation/a~1b', {})))).toEqual([{ path: '/validation/a~1b', code: 'UNKNOWN_METHOD' }]);
    expect(places(problemsOf(baseWith('/risk/rebalance', { 'a/b': 1 })))).toEqual([{ path: '/risk/rebalance/a~1b', code: 'UNKNOWN_KEY' }]);
  });
});

describe('what must be there', () => {
  test.each(['symbol', 'timeframe', 'start', 'end', 'strategy'])('%s is required, and the message says what it is', (key) => {
    const { [key as 'symbol']: _, ...rest } = BASE;
    const problems = problemsOf(rest);
    expect(places(problems)).toEqual([{ path: `/${key}`, code: 'REQUIRED' }]);
    expect(problems[0]!.message).toMatch(/^is required: it must be /);
  });
  test.each([
    [{ ...BASE, strategy: {} }, '/strategy/name'],
    [{ ...BASE, indicators: [{ params: {} }] }, '/indicators/0/name'],
    [{ ...BASE, risk: { model: 'kelly_fraction', params: { p_win: 0.6 } } }, '/risk/params/payoff_ratio'],
    [{ ...BASE, execution: { slippage_model: { model: 'spread_pct' } } }, '/execution/slippage_model/params/spread_pct'],
  ])('a plug-in without what it needs: %#', (config, path) => expect(places(problemsOf(config))).toEqual([{ path, code: 'REQUIRED' }]));
});

describe('a name given twice', () => {
  test.each([
    ['/strategy/params', { fast: 3, short_window: 3, slow: 9 }, '/strategy/params/short_window'],
    ['/indicators/0', { name: 'sma', params: { length: 5, window: 5 } }, '/indicators/0/params/window'],
    ['/indicators/0', { name: 'rsi', params: { n: 5, timeperiod: 5 } }, '/indicators/0/params/timeperiod'],
    ['/validation/permutation', { trials: 5, n_iter: 5 }, '/validation/permutation/n_iter'],
    ['/validation/walk_forward', { n_folds: 5, folds: 5 }, '/validation/walk_forward/folds'],
    ['/validation', { block_bootstrap: {}, bootstrap: {} }, '/validation/bootstrap'],
  ])('%s %p', (pointer, value, path) => {
    const problems = problemsOf(baseWith(pointer, value));
    expect(places(problems)).toEqual([{ path, code: 'ALIAS_CONFLICT' }]);
    expect(problems[0]!.message).toContain('give one of them');
  });
  test('a metric that stands in a list twice', () => {
    const problems = problemsOf(baseWith('/validation/block_bootstrap/metrics', ['sharpe', 'cagr', 'sharpe']));
    expect(places(problems)).toEqual([{ path: '/validation/block_bootstrap/metrics/2', code: 'NOT_ALLOWED' }]);
  });
});

describe('what is no JSON object at all', () => {
  test.each([null, undefined, 5, 'x', true, [], [BASE], new Map(), new Date(0)])('%p', (config) => {
    const [problem, ...others] = problemsOf(config);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: '', code: 'WRONG_TYPE' });
    expect(problem!.message).toContain(quote(config));
  });
});

describe('keys that mislead code', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])('%s is refused at every level', (key) => {
    for (const parent of ['', '/strategy', '/strategy/params', '/risk', '/validation', '/validation/walk_forward/grid']) {
      const config = JSON.parse(JSON.stringify(baseWith(`${parent}/KEY`, { polluted: true })).replaceAll('KEY', key)) as unknown;
      const problems = problemsOf(config);
      expect(places(problems)).toEqual([{ path: `${parent}/${key}`, code: 'NOT_ALLOWED' }]);
      expect(problems[0]!.message).toContain(`"${key}" is never allowed; leave it out`);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('half of a surrogate pair in a key', () => {
    expect(places(problemsOf({ ...BASE, 'x\udc00': 1 }))).toEqual([{ path: '/x\udc00', code: 'WRONG_TYPE' }]);
  });
  test('more than 32 levels', () => {
    const path = '/deep'.repeat(33);
    expect(places(problemsOf(baseWith('/deep'.repeat(40), 1)))).toEqual([{ path, code: 'LIMIT_EXCEEDED' }]);
    const loop: Record<string, unknown> = { ...BASE };
    loop['loop'] = loop;
    expect(new Set(problemsOf(loop).map(({ code }) => code))).toEqual(new Set(['LIMIT_EXCEEDED']));
  });
});

test('several problems come at once, in the order of the document', () => {
  const config = {
    timeframe: '2m',
    start: '2024-02-30',
    end: 'nope',
    indicators: [{ name: 'sma', params: { windw: 3 } }, 5, { name: 'rsi', params: { window: '14' } }],
    strategy: { name: 'dual_sma', params: { fast: 0, slow: -1, x: 1 } },
    risk: { model: 'fixed', stop_loss: '1', rebalance: 'never' },
    execution: { fee_bps: -1, slippage_model: { model: 'spread_pct', params: { spread_pct: '1' } } },
    validation: { permutation: { trials: 0, method: 'x' }, monte: {} },
    metrics: { annualization: 'x' },
    seed: -1,
    extra: true,
  };
  const paths = problemsOf(config).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect([...paths].sort()).toEqual(
    [
      ...['/symbol', '/timeframe', '/start', '/end', '/indicators/0/params/windw', '/indicators/1', '/indicators/2/params/window'],
      ...['/strategy/params/x', '/strategy/params/fast', '/strategy/params/slow', '/risk/model', '/risk/stop_loss', '/risk/rebalance'],
      ...['/execution/fee_bps', '/execution/slippage_model/params/spread_pct', '/validation/permutation/trials'],
      ...['/validation/permutation/method', '/validation/monte', '/metrics/annualization', '/seed', '/extra'],
    ].sort(),
  );
});

test('whatever JSON is put anywhere, the answer is a normal form or coded problems with paths, never a crash', () => {
  const pointer = fc.constantFrom(...BAD_VALUES.map(([one]) => one), ...MISSPELT.map(([one]) => one));
  fc.assert(
    fc.property(pointer, fc.jsonValue({ maxDepth: 3 }), (at, value) => {
      try {
        normalizeConfig(baseWith(at, value), catalogue);
      } catch (error) {
        expect(error).toBeInstanceOf(ProjectaError);
        for (const { path, message } of (error as ProjectaError).errors) {
          expect(path).toMatch(/^(\/|$)/);
          expect(message.length).toBeLessThan(1200);
        }
      }
    }),
    { numRuns: 400 },
  );
});
