import { describe, expect, test } from '@jest/globals';
import { ValidationFailed } from '@projecta/errors';
import { catalogueOf } from '../catalogue.js';
import { normalizeConfig } from '../config/normalize-config.js';
import { BASE } from '../testing/base-config.twin.js';
import { normalizeSweep } from './normalize-sweep.js';

const catalogue = catalogueOf();
const normal = (sweep: object) => normalizeSweep({ base: BASE, ...sweep }, catalogue);

function problemsOf(sweep: unknown, limit?: { maxTrials: number }) {
  try {
    normalizeSweep(sweep, catalogue, limit);
  } catch (error) {
    if (error instanceof ValidationFailed) return error.errors;
    throw error;
  }
  return [];
}
const refusal = (sweep: object) => problemsOf({ base: BASE, ...sweep }).map(({ path, code }) => `${path} ${code}`);

describe('the normal form of a sweep', () => {
  test('has whole paths in order, values written out, and every default', () => {
    expect(normal({ grid: { slow: '20:40:10', short_window: [5, 10], 'execution.fee_bps': '0:0.3:0.1' } })).toEqual({
      base: normalizeConfig(BASE, catalogue),
      grid: {
        'execution.fee_bps': [0, 0.1, 0.2, 0.3],
        'strategy.params.fast': [5, 10],
        'strategy.params.slow': [20, 30, 40],
      },
      objective: 'sharpe',
    });
    const drawn = normal({
      random: {
        trials: 7,
        fast: { min: 2, max: 9 },
        slow: { values: '10:12:1' },
        'risk.params.fraction': { min: 0.1, max: 1, scale: 'log' },
        'execution.fee_bps': { min: 0, max: 1, step: 0.25 },
      },
      objective: 'max_drawdown',
      overfitting: {},
    });
    expect(drawn).toEqual({
      base: normalizeConfig(BASE, catalogue),
      random: {
        trials: 7,
        'execution.fee_bps': { min: 0, max: 1, step: 0.25, scale: 'linear' },
        'risk.params.fraction': { min: 0.1, max: 1, scale: 'log' },
        'strategy.params.fast': { min: 2, max: 9, step: 1, scale: 'linear' },
        'strategy.params.slow': { values: [10, 11, 12] },
      },
      objective: 'max_drawdown',
      overfitting: { blocks: 16, samples: 1000, benchmark: 'buy_and_hold' },
    });
  });
  test('is its own normal form', () => {
    for (const sweep of [
      normal({ grid: { fast: '2:9:1', 'risk.rebalance.band': [0.1] }, overfitting: { blocks: 4 } }),
      normal({ random: { trials: 3, fast: { min: 2, max: 9 }, long_only: { values: [true, false] } } }),
    ])
      expect(normalizeSweep(sweep, catalogue)).toEqual(sweep);
  });
});

describe('what is wrong with a sweep', () => {
  test('is told all at once, with paths', () => {
    const problems = problemsOf({
      base: { ...BASE, symbol: '', strategy: { name: 'dual_sma', params: { fast: 'x' } } },
      grid: { fast: [], slow: '5-50', 'risk.params.fraction': [null] },
      objective: 'sharp',
      overfitting: { blocks: 3 },
      trials: 4,
    });
    expect(problems.map(({ path }) => path)).toEqual([
      '/trials',
      '/base/symbol',
      '/base/strategy/params/fast',
      '/grid/fast',
      '/grid/slow',
      '/grid/risk.params.fraction/0',
      '/objective',
      '/overfitting/blocks',
    ]);
    expect(problems.find(({ path }) => path === '/objective')?.message).toContain('Did you mean "sharpe"');
  });
  test('exactly one of grid and random', () => {
    expect(refusal({})).toEqual(['/grid REQUIRED']);
    expect(refusal({ grid: { fast: [2] }, random: { trials: 2, fast: { values: [2] } } })).toEqual(['/random NOT_ALLOWED']);
    expect(refusal({ grid: {} })).toEqual(['/grid REQUIRED']);
    expect(refusal({ random: { trials: 2 } })).toEqual(['/random REQUIRED']);
    expect(refusal({ random: { fast: { values: [2] } } })).toEqual(['/random/trials REQUIRED']);
    expect(problemsOf([]).map(({ code }) => code)).toEqual(['WRONG_TYPE']);
    expect(problemsOf({ grid: { fast: [2] } }).map(({ path }) => path)).toEqual(['/base']);
  });
  test('keys that name nothing in the base, or the same value twice', () => {
    expect(refusal({ grid: { fats: [2] } })).toEqual(['/grid/fats UNKNOWN_KEY']);
    expect(problemsOf({ base: BASE, grid: { fats: [2] } })[0]!.message).toContain('Did you mean "fast"');
    expect(refusal({ grid: { 'execution.fee': [2] } })).toEqual(['/grid/execution.fee UNKNOWN_KEY']);
    expect(refusal({ grid: { 'risk.params.lookback': [2] } })).toEqual(['/grid/risk.params.lookback UNKNOWN_KEY']);
    for (const key of ['symbol.x', 'start.x', 'seed.x', 'validation.permutation.trials', 'strategy.name'])
      expect(refusal({ grid: { [key]: [2] } })).toEqual([`/grid/${key} UNKNOWN_KEY`]);
    expect(refusal({ grid: { fast: [2], short_window: [3] } })).toEqual(['/grid/short_window ALIAS_CONFLICT']);
    expect(refusal({ grid: { fast: [2], 'strategy.params.fast': [3] } })).toEqual(['/grid/strategy.params.fast ALIAS_CONFLICT']);
    expect(refusal({ grid: { 'risk.rebalance': ['every_bar'], 'risk.rebalance.band': [0.1] } })).toEqual([
      '/grid/risk.rebalance.band ALIAS_CONFLICT',
    ]);
  });
  test('values of a wrong kind, and repeats; those only out of range are left to their trials', () => {
    expect(refusal({ grid: { fast: [2, '3', 2.5, 2, 0] } })).toEqual([
      '/grid/fast/1 WRONG_TYPE',
      '/grid/fast/2 WRONG_TYPE',
      '/grid/fast/3 NOT_ALLOWED',
    ]);
    expect(refusal({ grid: { 'execution.fill_price': ['open_next', 'close_next'] } })).toEqual([
      '/grid/execution.fill_price/1 NOT_ALLOWED',
    ]);
    expect(refusal({ grid: { fast: '2:3:0.5' } })).toEqual(['/grid/fast WRONG_TYPE']);
    expect(refusal({ grid: { fast: '9:3:1' } })).toEqual(['/grid/fast OUT_OF_RANGE']);
    expect(refusal({ grid: { fast: [0, 2] } })).toEqual([]);
  });
  test('ranges that nothing can be drawn from', () => {
    const axis = (fast: unknown) => refusal({ random: { trials: 2, fast } });
    expect(axis([2, 3])).toEqual(['/random/fast WRONG_TYPE']);
    expect(axis({})).toEqual(['/random/fast/min REQUIRED', '/random/fast/max REQUIRED']);
    expect(axis({ min: 5, max: 2 })).toEqual(['/random/fast/max OUT_OF_RANGE']);
    expect(axis({ min: 2, max: 5.5 })).toEqual(['/random/fast/max WRONG_TYPE']);
    expect(axis({ min: 0, max: 5, scale: 'log' })).toEqual(['/random/fast/min OUT_OF_RANGE']);
    expect(axis({ min: 2, max: 5, step: 0, scale: 'lin' })).toEqual(['/random/fast/scale NOT_ALLOWED']);
    expect(axis({ min: 2, max: 5, step: 0 })).toEqual(['/random/fast/step OUT_OF_RANGE']);
    expect(axis({ values: [2], min: 2, steps: 1 })).toEqual(['/random/fast/steps UNKNOWN_KEY', '/random/fast/min NOT_ALLOWED']);
  });
  test('more trials than the limit, told with both numbers before any is made', () => {
    const huge = problemsOf({ base: BASE, grid: { fast: '1:1000000000:1' } });
    expect(huge).toMatchObject([{ path: '/grid/fast', code: 'LIMIT_EXCEEDED', message: expect.stringContaining('1000000000 values') }]);
    const grid = { fast: '1:11:1', slow: '20:29:1' };
    expect(problemsOf({ base: BASE, grid }, { maxTrials: 110 })).toEqual([]);
    expect(problemsOf({ base: BASE, grid }, { maxTrials: 109 })).toMatchObject([{ path: '/grid', code: 'LIMIT_EXCEEDED' }]);
    expect(refusal({ random: { trials: 100_001, fast: { values: [2] } } })).toEqual(['/random/trials LIMIT_EXCEEDED']);
  });
});
