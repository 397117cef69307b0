import { describe, expect, test } from '@jest/globals';
import { caseNames, loadCase } from '@projecta/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import { runConfigSchema } from './config/run-config-schema.js';

const catalogue = catalogueOf();
const schema = runConfigSchema(catalogue);
const fits = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  keywords: ['x-unit', 'x-aliases', 'x-format'],
}).compile(schema);

const SPAN = { symbol: 'TEST', timeframe: '1m', start: '2024-01-01', end: '2024-01-02' };
const SMALL = { ...SPAN, strategy: { name: 'dual_sma' } };

describe('the schema of a RunConfig', () => {
  test('takes the normal form of every case', () => {
    const refused = caseNames().flatMap((name) => {
      const { config } = loadCase<{ config: { strategy: { name: string } } }>(name).expected;
      if (!catalogue.strategy.has(config.strategy.name)) return [];
      return fits(config) ? [] : [[name, fits.errors]];
    });
    expect(refused).toEqual([]);
  });

  test.each([
    [SMALL],
    [
      {
        ...SMALL,
        start: 1_704_067_200_000,
        symbol: 'BTC/USD:spot',
        risk: {},
        execution: { slippage_model: {} },
        validation: { permutation: {} },
      },
    ],
    [{ ...SMALL, risk: { stop_loss: 0.1, rebalance: { band: 0.05 }, params: { fraction: 0.5 } }, metrics: { annualization: 'auto' } }],
    [{ ...SMALL, execution: { slippage_model: { model: 'spread_pct', params: { spread_pct: 0.001 } } }, indicators: [{ name: 'macd' }] }],
  ])('takes what the engine takes: %j', (config) => {
    expect([fits(config), fits.errors]).toEqual([true, null]);
    expect(() => normalizeConfig(config, catalogue)).not.toThrow();
  });

  test.each([
    [{ ...SPAN }],
    [{ ...SMALL, symbl: 'TEST' }],
    [{ ...SMALL, symbol: '../etc' }],
    [{ ...SMALL, symbol: 'a//b' }],
    [{ ...SMALL, symbol: '.' }],
    [{ ...SMALL, symbol: 'a/..' }],
    [{ ...SMALL, symbol: '/a' }],
    [{ ...SMALL, symbol: '' }],
    [{ ...SMALL, symbol: 'x'.repeat(65) }],
    [{ ...SMALL, timeframe: '7m' }],
    [{ ...SMALL, strategy: { name: 'dual_smaa' } }],
    [{ ...SMALL, strategy: { name: 'dual_sma', params: { fats: 1 } } }],
    [{ ...SMALL, strategy: { name: 'dual_sma', params: { fast: '5' } } }],
    [{ ...SMALL, strategy: { params: {} } }],
    [{ ...SMALL, indicators: [{ name: 'sma', params: { window: 0 } }] }],
    [{ ...SMALL, indicators: [{ params: {} }] }],
    [{ ...SMALL, risk: { params: { fractio: 1 } } }],
    [{ ...SMALL, risk: { model: 'kelly_fraction' } }],
    [{ ...SMALL, risk: { rebalance: { bands: 1 } } }],
    [{ ...SMALL, risk: { rebalance: 'often' } }],
    [{ ...SMALL, execution: { slippage_model: { model: 'spread_pct' } } }],
    [{ ...SMALL, execution: { fee_bps: -1 } }],
    [{ ...SMALL, execution: { fill_price: 'open' } }],
    [{ ...SMALL, validation: { permutations: {} } }],
    [{ ...SMALL, validation: { permutation: { trials: 0 } } }],
    [{ ...SMALL, metrics: { annualization: 'yearly' } }],
    [{ ...SMALL, seed: 1.5 }],
  ])('refuses what the engine refuses: %j', (config) => {
    expect(fits(config)).toBe(false);
    expect(() => normalizeConfig(config, catalogue)).toThrow();
  });

  test('writes down the defaults of the normal form', () => {
    const filled = { ...SMALL, strategy: { name: 'buy_and_hold' }, risk: {}, execution: {}, metrics: {} };
    const withDefaults = new Ajv2020({ useDefaults: true, strict: false, keywords: ['x-unit', 'x-aliases', 'x-format'] }).compile(schema);
    expect(withDefaults(filled)).toBe(true);
    const normal = normalizeConfig({ ...SMALL, strategy: { name: 'buy_and_hold' } }, catalogue);
    const { slippage_model, ...execution } = normal.execution;
    expect(filled).toMatchObject({ execution, metrics: normal.metrics, validation: {}, indicators: [], features: false, seed: 42 });
    expect(filled.risk).toMatchObject({
      model: normal.risk.model,
      max_leverage: normal.risk.max_leverage,
      rebalance: normal.risk.rebalance,
    });
    expect(slippage_model.model).toBe('none');
  });
});
