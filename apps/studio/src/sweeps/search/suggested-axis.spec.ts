import { describe, expect, test } from '@jest/globals';
import { catalogueOf, normalizeSweep } from '@projecta/engine';
import type { Shape } from '../../run/form/field-spec.js';
import { type AxisChoice, axisChoices } from './axis-choices.js';
import { suggestedDraw, suggestedValues } from './suggested-axis.js';
import { builtInForms } from './testing/built-in-forms.js';

function choice(shape: Shape, now?: AxisChoice['now']): AxisChoice {
  return {
    path: 'p',
    now,
    field: { name: 'p', label: 'P', help: undefined, unit: undefined, fallback: undefined, isRequired: false, shape },
  };
}
const number = (now: number | undefined, limits: Partial<Shape> = {}) =>
  choice({ kind: 'number', isWhole: false, ...limits } as Shape, now);
const whole = (now: number, limits: Partial<Shape> = {}) => choice({ kind: 'number', isWhole: true, ...limits } as Shape, now);

describe('values to try', () => {
  test.each([
    ['of a window of 10 bars', whole(10, { min: 1 }), '2:20:2'],
    ['of a window of 50 bars', whole(50, { min: 2 }), '10:100:10'],
    ['of a small whole number', whole(1, { min: 1 }), '1:6:1'],
    ['of a fraction at its end', number(1, { min: 0, max: 1 }), '0.2:1:0.2'],
    ['of basis points', number(2, { min: 0 }), '0.5:4.5:0.5'],
    ['around zero with its own zero', number(0, { min: 0 }), '0:5:1'],
    ['of a limit that is not set', number(undefined, { min: 0 }), '0:5:1'],
  ])('%s stand around it', (_name, of, expected) => {
    expect(suggestedValues(of)).toBe(expected);
  });
  test('of a fraction that is not set go up in twentieths', () => {
    const { field, ...rest } = number(undefined, { min: 0 });
    expect(suggestedValues({ ...rest, field: { ...field, unit: 'fraction of equity' } })).toBe('0:0.25:0.05');
  });
  test('of flags and words are all of them', () => {
    expect([suggestedValues(choice({ kind: 'flag' })), suggestedValues(choice({ kind: 'choice', options: ['a', 'b'] }))]).toEqual([
      [false, true],
      ['a', 'b'],
    ]);
  });
  test('of a number that nothing else fits beside are that number', () => {
    expect(suggestedValues(whole(3, { min: 3, max: 3 }))).toEqual([3]);
  });
});

test('whole numbers are drawn in steps of 1, others freely', () => {
  expect([suggestedDraw(whole(10, { min: 1 })), suggestedDraw(number(1, { min: 0, max: 1 }))]).toEqual([
    { min: 2, max: 20, step: 1, scale: 'linear' },
    { min: 0.2, max: 1, scale: 'linear' },
  ]);
});

describe('every parameter that can be varied', () => {
  const catalogue = catalogueOf();
  const forms = builtInForms();
  const strategies = forms.strategy.filter(({ fields }) => !fields.some(({ isRequired }) => isRequired)).map(({ name }) => name);
  test.each(strategies)('of %s and of its risk and costs is suggested values that the engine takes', (name) => {
    const base = { symbol: 'TEST', timeframe: '1d', start: '2020-01-01', end: '2024-01-01', strategy: { name } };
    const choices = axisChoices(base, forms).flatMap((group) => group.choices);
    expect(choices.length).toBeGreaterThan(10);
    for (const each of choices) {
      expect(() => normalizeSweep({ base, grid: { [each.path]: suggestedValues(each) } }, catalogue)).not.toThrow();
      expect(() => normalizeSweep({ base, random: { trials: 5, [each.path]: suggestedDraw(each) } }, catalogue)).not.toThrow();
    }
  });
});
