import { describe, expect, test } from '@jest/globals';
import { validateRunConfig } from '@projecta/engine';
import { FIRST_CONFIG } from './first-config.js';
import type { Draft } from './json.js';
import { mended } from './mended.js';
import { withValue } from './pointer.js';

/** A config with each of its problems mended that says how. */
function mendedOften(config: Draft): Draft {
  return validateRunConfig(config).errors.reduce<Draft>((draft, problem) => mended(draft, problem)?.draft ?? draft, config);
}

describe('mending a config', () => {
  test.each([
    ['a name', withValue(FIRST_CONFIG, '/strategy/name', 'dual_smma')],
    ['a model', withValue(FIRST_CONFIG, '/risk/model', 'fixed_fracton')],
    ['an indicator', withValue(FIRST_CONFIG, '/indicators', [{ name: 'rssi' }])],
    ['a parameter', withValue(FIRST_CONFIG, '/strategy/params', { fsat: 10, slow: 50 })],
    ['a key', withValue(withValue(FIRST_CONFIG, '/risk/stop_loss', undefined), '/risk/stop_los', 0.1)],
    ['a method', withValue(FIRST_CONFIG, '/validation', { permutaton: { trials: 5 } })],
    ['a word', withValue(FIRST_CONFIG, '/execution/fill_price', 'open_nxt')],
  ])('puts the word that was meant in the place of %s', (_what, config) => {
    expect(validateRunConfig(config).errors).toHaveLength(1);
    expect(validateRunConfig(mendedOften(config)).errors).toEqual([]);
  });
  test('keeps the order of the keys', () => {
    const config = withValue(FIRST_CONFIG, '/strategy/params', { fsat: 10, slow: 50 });
    expect(mendedOften(config)).toEqual(FIRST_CONFIG);
    expect(JSON.stringify(mendedOften(config)['strategy'])).toBe(JSON.stringify(FIRST_CONFIG.strategy));
  });
  test('does not overwrite what stands where the word would go', () => {
    const config = withValue(FIRST_CONFIG, '/risk/stop_los', 0.1);
    const [problem] = validateRunConfig(config).errors;
    expect(mended(config, problem!)).toBeUndefined();
  });
  test('is not possible where no word was meant', () => {
    expect(mended(FIRST_CONFIG, { path: '/seed', message: 'must be a whole number, not "x".' })).toBeUndefined();
  });
});
