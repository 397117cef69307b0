import { describe, expect, test } from '@jest/globals';
import { checkParams, paramsSchema } from '@projecta/plugin';
import * as everything from './index.js';

const methods = Object.entries(everything).filter(([, one]) => typeof one === 'object') as [string, everything.ValidationMethod][];

test('the methods of the contract', () => {
  expect(methods.map(([name]) => name).sort()).toEqual([
    'block_bootstrap',
    'causality',
    'monte_carlo',
    'overfitting',
    'permutation',
    'walk_forward',
  ]);
});

describe.each(methods)('%s', (exported, method) => {
  test('is exported under its own name and says what it does', () => {
    expect(method.name).toBe(exported);
    expect(method.kind).toBe('validation_method');
    expect(method.title).toMatch(/^[A-Z]/);
    expect(method.description).toMatch(/\.$/);
  });
  test('{} takes its defaults: nothing is required', () => {
    expect(checkParams(method.params, {}, '').problems).toEqual([]);
    expect(paramsSchema(method.params).required).toEqual([]);
  });
  test('its defaults are valid', () => {
    const { params } = checkParams(method.params, {}, '');
    expect(checkParams(method.params, params, '')).toEqual({ params, problems: [] });
  });
  test('refuses junk in every parameter, by its path', () => {
    for (const name of Object.keys(method.params)) {
      for (const junk of [NaN, null, -1, 'junk', [[]]]) {
        expect(checkParams(method.params, { [name]: junk }, '/v').problems[0]?.path).toMatch(new RegExp(`^/v/${name}(/0)?$`));
      }
    }
  });
});

test('what counts trials takes every name of a count', () => {
  const counts = { permutation: 'trials', block_bootstrap: 'samples', monte_carlo: 'paths' } as const;
  for (const [method, name] of Object.entries(counts)) {
    for (const alias of ['trials', 'samples', 'paths', 'n_iter']) {
      expect(checkParams(everything[method as keyof typeof counts].params, { [alias]: 7 }, '').params[name]).toBe(7);
    }
  }
});
