import { describe, expect, test } from '@jest/globals';
import type { Catalog } from '@projecta/client';
import { catalogueOf, normalizeConfig, runConfigSchema } from '@projecta/engine';
import { FIRST_CONFIG } from '../config/first-config.js';
import type { Draft, JsonObject } from '../config/json.js';
import { formsOf } from './forms.js';
import { shortForm } from './short-form.js';

const catalogue = catalogueOf();
const schema = JSON.parse(JSON.stringify(runConfigSchema(catalogue))) as JsonObject;
const definitions = Object.entries(schema['$defs'] as Readonly<Record<string, JsonObject>>);
const items = definitions.map(([id, params]) => {
  const [kind, name] = id.split('.') as [Catalog['items'][number]['kind'], string];
  return {
    kind,
    name,
    params,
    title: name,
    description: '',
    source: null,
    version: null,
    inputs: [],
    outputs: [],
    warmup: null,
    null_hypothesis: null,
  };
});
const forms = formsOf({ items, run_config: schema, metrics: [] });

const normal = (config: Draft): Draft => JSON.parse(JSON.stringify(normalizeConfig(config, catalogue))) as Draft;

const RICH: Draft = {
  ...FIRST_CONFIG,
  start: '2023-01-01T09:30:00Z',
  indicators: [{ name: 'sma', params: { window: 5 } }],
  risk: { model: 'volatility_target', params: { target_vol: 0.2 }, stop_loss: 0.05, rebalance: { band: 0.1 } },
  execution: { slippage_model: { model: 'spread_pct', params: { spread_pct: 0.001 } }, flatten_end: false },
  validation: { walk_forward: { folds: 3, grid: { fast: [5, 10] } }, causality: { checks: 16 } },
  seed: 7,
};

describe('the short form of a config', () => {
  test.each([FIRST_CONFIG, RICH])('means the same as its normal form', (config) => {
    expect(normal(shortForm(normal(config), forms))).toEqual(normal(config));
  });
  test('of the normal form of the first config is the first config', () => {
    const short = shortForm(normal(FIRST_CONFIG), forms);
    expect(short).toEqual(FIRST_CONFIG);
    expect(Object.keys(short)).toEqual(Object.keys(FIRST_CONFIG));
  });
  test('keeps what is no default', () => {
    expect(shortForm(normal(RICH), forms)).toMatchObject({
      risk: { model: 'volatility_target', params: { target_vol: 0.2 }, stop_loss: 0.05, rebalance: { band: 0.1 } },
      execution: { slippage_model: { model: 'spread_pct', params: { spread_pct: 0.001 } }, flatten_end: false },
      validation: { walk_forward: { folds: 3, grid: { fast: [5, 10] } }, causality: {} },
      seed: 7,
    });
  });
  test('of the short form is itself', () => {
    const short = shortForm(normal(RICH), forms);
    expect(shortForm(short, forms)).toEqual(short);
  });
  test('leaves what it does not know', () => {
    expect(shortForm({ risk: 'odd', sead: 1 }, forms)).toEqual({ risk: 'odd', sead: 1 });
  });
});
