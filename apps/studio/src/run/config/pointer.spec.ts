import { describe, expect, test } from '@jest/globals';
import { assert, array, property, string } from 'fast-check';
import { isWithin, pointerOf, stepsOf, valueAt, withValue } from './pointer.js';

const CONFIG = { symbol: 'TEST', strategy: { name: 'dual_sma', params: { fast: 5 } }, indicators: [{ name: 'sma' }, { name: 'rsi' }] };

describe('a pointer', () => {
  test('has the steps that it was made of, whatever stands in them', () => {
    assert(property(array(string(), { minLength: 1 }), (steps) => expect(stepsOf(pointerOf(...steps))).toEqual(steps)));
  });
  test.each([
    ['', CONFIG],
    ['/strategy/params/fast', 5],
    ['/indicators/1/name', 'rsi'],
    ['/indicators/2', undefined],
    ['/strategy/name/length', undefined],
    ['/toString', undefined],
    ['/risk/stop_loss', undefined],
  ])('%p reads %p', (pointer, value) => {
    expect(valueAt(CONFIG, pointer)).toEqual(value);
  });
  test('lies within its own place and every place above it, not within a place whose name it begins with', () => {
    expect([isWithin('/a/b', '/a/b'), isWithin('/a/b/0', '/a/b'), isWithin('/a/bc', '/a/b')]).toEqual([true, true, false]);
  });
});

describe('putting a value', () => {
  test('changes what is there, and leaves the document that was given alone', () => {
    const changed = withValue(CONFIG, '/strategy/params/fast', 9);
    expect(valueAt(changed, '/strategy/params')).toEqual({ fast: 9 });
    expect(CONFIG.strategy.params.fast).toBe(5);
  });
  test('makes the objects on the way', () => {
    expect(withValue({}, '/risk/stop_loss', 0.1)).toEqual({ risk: { stop_loss: 0.1 } });
  });
  test('after the last item of a list makes it longer', () => {
    expect(withValue({ indicators: [] }, '/indicators/0', { name: 'sma' })).toEqual({ indicators: [{ name: 'sma' }] });
  });
  test('at the root takes its place', () => {
    expect(withValue(CONFIG, '', { seed: 1 })).toEqual({ seed: 1 });
  });
  test('can be read back, for every place', () => {
    const steps = array(
      string({ minLength: 1 }).filter((step) => step !== '__proto__'),
      { minLength: 1, maxLength: 5 },
    );
    assert(property(steps, (path) => expect(valueAt(withValue({}, pointerOf(...path), 7), pointerOf(...path))).toBe(7)));
  });
});

describe('taking a value out', () => {
  test('leaves the rest, in its order', () => {
    expect(withValue({ a: 1, b: 2, c: 3 }, '/b', undefined)).toEqual({ a: 1, c: 3 });
    expect(valueAt(withValue(CONFIG, '/indicators/0', undefined), '/indicators')).toEqual([{ name: 'rsi' }]);
  });
  test('where nothing is changes nothing and makes nothing', () => {
    expect(withValue(CONFIG, '/risk/stop_loss', undefined)).toBe(CONFIG);
  });
});
