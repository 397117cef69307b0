import { describe, expect, test } from '@jest/globals';
import { sweepOf } from './sweep-of.js';

const CONFIG = { symbol: 'TEST', strategy: { name: 'dual_sma', params: {} } };

describe('the sweep of a command line', () => {
  test('has a RunConfig as its base', () => {
    expect(sweepOf(CONFIG, { grid: ['fast=5,10'], objective: 'cagr', overfitting: true })).toEqual({
      ...{ base: CONFIG, grid: { fast: [5, 10] }, objective: 'cagr', overfitting: {} },
    });
  });
  test('is a sweep document as it stands, where nothing is put over it', () => {
    const document = { base: CONFIG, grid: { fast: '5:50:5' }, overfitting: { blocks: 8 }, nonsense: 1 };
    expect(sweepOf(document, {})).toEqual(document);
    expect(sweepOf(document, { overfitting: true })).toEqual(document);
  });
  test('is a document with the options put over it', () => {
    const document = { base: CONFIG, grid: { fast: '5:50:5', slow: [60] }, objective: 'sharpe' };
    expect(sweepOf(document, { grid: ['fast=7'], set: ['strategy.params.long_only=true'], objective: 'sortino' })).toEqual({
      base: { ...CONFIG, strategy: { name: 'dual_sma', params: { long_only: true } } },
      grid: { fast: [7], slow: [60] },
      objective: 'sortino',
    });
  });
  test('draws as many trials as is said', () => {
    expect(sweepOf(CONFIG, { random: ['fast=5:50'], trials: 20 })).toEqual({
      base: CONFIG,
      random: { fast: { min: 5, max: 50 }, trials: 20 },
    });
    expect(sweepOf({ base: CONFIG, random: { trials: 5, fast: { values: [1, 2] } } }, { trials: 9 })).toMatchObject({
      random: { trials: 9, fast: { values: [1, 2] } },
    });
  });
  test('of what is no object at all is left for the engine to refuse', () => {
    for (const written of [7, 'x', null, [1]])
      expect(sweepOf(written, { grid: ['fast=5'] })).toEqual({ base: written, grid: { fast: [5] } });
  });
});
