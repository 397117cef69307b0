import { describe, expect, test } from '@jest/globals';
import { gridOptions, randomOptions } from './axis-options.js';

const problemsOf = (read: () => unknown): readonly (readonly [string, string])[] => {
  try {
    read();
    return [];
  } catch (error) {
    return (error as { errors: { path: string; message: string }[] }).errors.map(({ path, message }) => [path, message]);
  }
};

describe('--grid', () => {
  test('takes ranges as they are written, so that the engine steps through them without rounding', () => {
    expect(gridOptions(['fast=5:50:5', 'slow=20:200:10', 'risk.params.fraction=0.1:1:0.1', 'x=-5:5:.5'])).toEqual({
      ...{ fast: '5:50:5', slow: '20:200:10', 'risk.params.fraction': '0.1:1:0.1', x: '-5:5:.5' },
    });
  });
  test('takes lists of numbers, flags and words, one value too, and JSON', () => {
    expect(
      gridOptions(['fast=5, 10,20', 'long_only=true,false', 'risk.model=fixed_fraction,kelly_fraction', 'k=2', 'w=["a,b",1]']),
    ).toEqual({
      fast: [5, 10, 20],
      long_only: [true, false],
      'risk.model': ['fixed_fraction', 'kelly_fraction'],
      k: [2],
      w: ['a,b', 1],
    });
  });
  test('keeps an expression with a comparison whole', () => {
    expect(gridOptions(['long=close > sma(close)'])).toEqual({ long: ['close > sma(close)'] });
  });
  test('tells every option that is none', () => {
    const problems = problemsOf(() => gridOptions(['fast', '=5', 'slow=', 'a=1', 'a=2', 'n=9007199254740993']));
    expect(problems.map(([path]) => path)).toEqual(['--grid', '--grid', '--grid slow', '--grid a', '--grid n']);
    expect(problems[3]![1]).toContain('"a" is given twice');
  });
});

describe('--random', () => {
  test('takes ranges with and without a step, linear and by ratio', () => {
    expect(randomOptions(['fast=5:50', 'slow=20:200:10', 'execution.fee_bps=0.1:10,log', 'k=1:2:0.5,linear'])).toEqual({
      fast: { min: 5, max: 50 },
      slow: { min: 20, max: 200, step: 10 },
      'execution.fee_bps': { min: 0.1, max: 10, scale: 'log' },
      k: { min: 1, max: 2, step: 0.5, scale: 'linear' },
    });
  });
  test('takes lists and JSON to draw from', () => {
    expect(randomOptions(['fast=5,10', 'long_only=true,false', 'k={"min":1,"max":2}'])).toEqual({
      fast: { values: [5, 10] },
      long_only: { values: [true, false] },
      k: { min: 1, max: 2 },
    });
  });
  test('of four parts is no range', () => {
    expect(problemsOf(() => randomOptions(['fast=1:2:3:4']))).toEqual([['--random fast', expect.stringContaining('min:max:step')]]);
  });
});
