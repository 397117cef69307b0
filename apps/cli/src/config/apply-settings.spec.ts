import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { applySettings } from './apply-settings.js';

function refusalOf(config: Parameters<typeof applySettings>[0], settings: readonly string[]): ProjectaError {
  try {
    applySettings(config, settings);
  } catch (error) {
    if (error instanceof ProjectaError) return error;
  }
  throw new Error('It was not refused.');
}

describe('--set', () => {
  test('changes one place and leaves the original as it was', () => {
    const config = { strategy: { name: 'x', params: { fast: 1, slow: 2 } } };
    expect(applySettings(config, ['strategy.params.fast=10'])).toEqual({ strategy: { name: 'x', params: { fast: 10, slow: 2 } } });
    expect(config.strategy.params.fast).toBe(1);
  });
  test('reads a value as JSON, else as text', () => {
    const set = ['a=1.5', 'b=true', 'c=null', 'd={"x":[1]}', 'e=AAPL', 'f="10"', 'g=2024-01-01', 'h=', 'i=a=b'];
    expect(applySettings({}, set)).toEqual({
      a: 1.5,
      b: true,
      c: null,
      d: { x: [1] },
      e: 'AAPL',
      f: '10',
      g: '2024-01-01',
      h: '',
      i: 'a=b',
    });
  });
  test('makes the objects on the way, and the last setting of a place wins', () => {
    expect(applySettings({}, ['validation.permutation.trials=5', 'validation.permutation.trials=6'])).toEqual({
      validation: { permutation: { trials: 6 } },
    });
  });
  test('reaches into lists and appends at their end', () => {
    const config = { indicators: [{ name: 'sma' }] };
    expect(applySettings(config, ['indicators.0.name=ema', 'indicators.1.name=rsi'])).toEqual({
      indicators: [{ name: 'ema' }, { name: 'rsi' }],
    });
  });
  test('refuses what is no path=value, a path through a value, a place beyond a list, and __proto__', () => {
    const settings = ['fast', '=1', 'a..b=1', 'symbol.x=1', 'list.2=1', 'list.x=1', '__proto__.polluted=1', 'a.constructor=1'];
    const { code, errors } = refusalOf({ symbol: 'TEST', list: [1] }, settings);
    expect(code).toBe('VALIDATION_FAILED');
    expect(errors).toHaveLength(settings.length);
    expect(errors[3]!.message).toBe('"x" lies inside "TEST", which is no object.');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
  test('refuses JSON that is not exact instead of taking it for text', () => {
    expect(refusalOf({}, ['seed=9007199254740993']).errors[0]!.code).toBe('NUMBER_NOT_EXACT');
    expect(refusalOf({}, ['risk={"model":"a","model":"b"}']).errors[0]!.code).toBe('DUPLICATE_KEY');
  });
});
