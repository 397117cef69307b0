import { describe, expect, test } from '@jest/globals';
import { catalogueOf, normalizeSweep } from '@projecta/engine';
import { axisChoices, freeChoice, wholePath } from './axis-choices.js';
import { axisKeys, axisPointer, changedTo, firstSearch, howOf, keyOf, withAxis, withoutAxis } from './search-draft.js';
import { builtInForms } from './testing/built-in-forms.js';

/** A config that says little: the fraction of its risk is the default, all of it. */
const BASE = {
  symbol: 'TEST',
  timeframe: '1d',
  start: '2020-01-01',
  end: '2024-01-01',
  strategy: { name: 'dual_sma', params: { fast: 10, slow: 50 } },
};

const forms = builtInForms();
const first = firstSearch(BASE, forms);
const choices = axisChoices(BASE, forms).flatMap((group) => group.choices);
const catalogue = catalogueOf();

describe('the sweep to begin with', () => {
  test('varies the first numbers of the strategy around their present values, and is judged', () => {
    expect(first).toEqual({
      ...{ base: BASE, objective: 'sharpe', overfitting: {} },
      grid: { 'strategy.params.fast': '2:20:2', 'strategy.params.slow': '10:100:10' },
    });
  });
  test.each(forms.strategy.map(({ name }) => name))('of %s varies what can vary', (name) => {
    const search = firstSearch({ ...BASE, strategy: { name } }, forms);
    expect(axisKeys(search).every((key) => key.startsWith('strategy.params.'))).toBe(true);
  });
});

describe('an axis', () => {
  const choice = choices.find(({ path }) => path === 'risk.params.fraction')!;
  const more = withAxis(first, choice);
  test('is put in around the present value and taken out again', () => {
    expect(more['grid']).toMatchObject({ 'risk.params.fraction': '0.2:1:0.2' });
    expect(withoutAxis(more, 'risk.params.fraction')).toEqual(first);
  });
  test('is known by its path, a bare name meaning a parameter of the strategy', () => {
    const short = { ...first, grid: { fast: '1:3:1' } };
    expect([keyOf(short, 'strategy.params.fast'), keyOf(short, 'strategy.params.slow')]).toEqual(['fast', undefined]);
    expect([wholePath('fast'), axisPointer(short, 'fast')]).toEqual(['strategy.params.fast', '/grid/fast']);
  });
  test('that the catalogue does not know starts with the present value', () => {
    expect(withAxis({ ...first, grid: {} }, freeChoice('strategy.params.fast', BASE))['grid']).toEqual({
      'strategy.params.fast': [10],
    });
  });
});

describe('a search changed to the other kind', () => {
  const drawn = changedTo({ ...first, grid: { fast: '2:20:2', slow: [20, 50], 'risk.params.fraction': '0.2:1:0.2' } }, 'random', choices);
  test('keeps its axes', () => {
    expect([howOf(drawn), axisKeys(drawn)]).toEqual(['random', ['fast', 'slow', 'risk.params.fraction']]);
    expect(drawn['random']).toEqual({
      trials: 200,
      fast: { min: 2, max: 20, step: 2, scale: 'linear' },
      slow: { values: [20, 50] },
      'risk.params.fraction': { min: 0.2, max: 1, scale: 'linear' },
    });
  });
  test('is sound, there and back', () => {
    const back = changedTo(drawn, 'grid', choices);
    expect(back['grid']).toEqual({ fast: '2:20:2', slow: [20, 50], 'risk.params.fraction': '0.2:1:0.2' });
    expect(() => [normalizeSweep(drawn, catalogue), normalizeSweep(back, catalogue)]).not.toThrow();
  });
  test('is itself where it is of that kind already', () => {
    expect(changedTo(first, 'grid', choices)).toBe(first);
  });
});
