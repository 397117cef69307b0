import { describe, expect, test } from '@jest/globals';
import { defineStrategy } from '@projecta/plugin';
import { runBacktest } from './run-backtest.js';
import { validateRunConfig } from './validate-run-config.js';

const CONFIG = { symbol: 'TEST', timeframe: '1d', start: '2020-01-01', end: '2021-01-01', strategy: { name: 'dual_sma' } };
const own = defineStrategy({
  name: 'own',
  version: '1.0.0',
  title: 'Own',
  description: 'Always long.',
  params: {},
  target: (_columns, _params, out) => void out.fill(1),
});

describe('validateRunConfig', () => {
  test('gives the config_hash that the run gets, and runs nothing', async () => {
    const checked = validateRunConfig(CONFIG);
    expect(checked).toMatchObject({ valid: true, errors: [], config: { seed: 42, strategy: { params: { fast: 10, slow: 50 } } } });
    expect(checked).toMatchObject({ config_hash: (await runBacktest({ config: CONFIG })).config_hash });
  });

  test('lists every problem at once instead of throwing', () => {
    const checked = validateRunConfig({ ...CONFIG, timeframe: '1y', seed: -1 });
    expect(checked.valid).toBe(false);
    expect(checked.errors.map((one) => [one.path, one.code])).toEqual([
      ['/timeframe', 'NOT_ALLOWED'],
      ['/seed', 'OUT_OF_RANGE'],
    ]);
    expect(validateRunConfig('dual_sma').errors).toHaveLength(1);
  });

  test("knows a user's plug-ins", () => {
    const config = { ...CONFIG, strategy: { name: 'own' } };
    expect(validateRunConfig(config).errors).toMatchObject([{ code: 'UNKNOWN_STRATEGY' }]);
    expect(validateRunConfig(config, [own]).valid).toBe(true);
  });
});
