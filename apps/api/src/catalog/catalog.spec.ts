import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCandles } from '@projecta/candles';
import { catalogueOf } from '@projecta/engine';
import { METRICS } from '@projecta/metrics';
import { computeIndicator } from '@projecta/plugin';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SWEEP_EXAMPLES } from '../openapi/examples/sweep-config-examples.js';
import type { CatalogItem } from './catalog-item.js';

interface CatalogBody {
  readonly items: readonly CatalogItem[];
  readonly run_config: { readonly title: string; readonly properties: object; readonly $defs: Readonly<Record<string, object>> };
  readonly sweep_config: { readonly title: string; readonly properties: Readonly<Record<string, object>> };
  readonly metrics: readonly { readonly id: string; readonly formula: string; readonly source: string }[];
}

const PLUGIN = `
import { defineIndicator, defineStrategy, int } from '@projecta/engine';
export const twice = defineIndicator({
  name: 'twice', title: 'Twice', description: 'Two times the close.', version: '1.2.0',
  params: { delay: int({ min: 0, default: 3, unit: 'bars', description: 'Bars left out.' }) }, inputs: ['close'], outputs: ['twice'],
  warmup: ({ delay }) => delay,
  compute: ({ close }, { delay }, { twice }) => { for (let t = delay; t < close.length; t++) twice[t] = 2 * close[t]; },
});
export const always = defineStrategy({
  name: 'always', title: 'Always', description: 'Always long.', version: '1.0.0',
  params: {}, target: (_columns, _params, out) => { out.fill(1); }, warmup: () => { throw new Error('It cannot say.'); },
});
`;

let server: RunningServer;
let folder: string;
let catalog: CatalogBody;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-plugin-'));
  writeFileSync(join(folder, 'own.mjs'), PLUGIN);
  server = await startServer({ env: { PROJECTA_PLUGINS: join(folder, 'own.mjs') } });
  catalog = (await (await server.fetch('/catalog')).json()) as CatalogBody;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const item = (kind: string, name: string): CatalogItem => catalog.items.find((one) => one.kind === kind && one.name === name)!;

describe('GET /catalog', () => {
  test('has every plug-in, of every kind, and a user’s own', () => {
    const builtIn = Object.entries(catalogueOf()).flatMap(([kind, entries]) =>
      [...(entries as Map<string, unknown>).keys()].map((name) => `${kind} ${name}`),
    );
    const listed = catalog.items.map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(listed)).toEqual(new Set([...builtIn, 'indicator twice', 'strategy always']));
    expect(listed).toHaveLength(builtIn.length + 2);
  });

  test('says of each what a form and a reader need', () => {
    for (const { title, description, params, inputs, outputs } of catalog.items) {
      expect([title, description].every((text) => text.length > 0)).toBe(true);
      expect(params).toMatchObject({
        type: 'object',
        properties: expect.any(Object),
        required: expect.any(Array),
        additionalProperties: false,
      });
      expect(Array.isArray(inputs) && outputs.length > 0).toBe(true);
    }
    expect(item('indicator', 'macd')).toMatchObject({
      inputs: ['source'],
      outputs: ['macd', 'signal', 'histogram'],
      source: expect.any(String),
      version: null,
      params: {
        properties: {
          fast: { type: 'integer', minimum: 1, default: 12, 'x-unit': 'bars' },
          source: { enum: expect.any(Array), default: 'close' },
        },
      },
    });
    expect(item('validation_method', 'permutation').null_hypothesis).toEqual(expect.any(String));
    expect(item('slippage_model', 'spread_pct').params.required).toEqual(['spread_pct']);
    expect(item('indicator', 'twice')).toMatchObject({ version: '1.2.0', source: null });
  });

  test('says in words and numbers when values begin, and it is so', () => {
    expect(item('indicator', 'adx').warmup).toEqual({
      outputs: { adx: { bars: 27, rule: '2*window - 1' }, plus_di: { bars: 14, rule: 'window' }, minus_di: { bars: 14, rule: 'window' } },
      description: 'adx from bar 2*window - 1 on (27 with the defaults); plus_di, minus_di from bar window on (14 with the defaults).',
    });
    expect(item('indicator', 'hma').warmup!.description).toBe('From bar 22 on with the defaults.');
    expect(item('indicator', 'twice').warmup!.description).toBe('From bar delay on (3 with the defaults).');
    expect(item('strategy', 'dual_sma').warmup!.outputs).toEqual({ direction: { bars: 49, rule: 'slow - 1' } });
    expect(item('strategy', 'always').warmup).toBeNull();
    expect(item('risk_model', 'fixed_fraction').warmup).toBeNull();

    const candles = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 1, 1));
    for (const [name, indicator] of catalogueOf().indicator) {
      const columns = computeIndicator(indicator, candles);
      const { outputs } = item('indicator', name).warmup!;
      const first = Object.fromEntries(
        Object.entries(columns).map(([output, values]) => [output, values.findIndex((value) => !Number.isNaN(value))]),
      );
      expect([name, Object.fromEntries(Object.entries(outputs).map(([output, { bars }]) => [output, bars]))]).toEqual([name, first]);
    }
  });

  test('has the schema of a RunConfig with its plug-ins, and the contract of every metric', () => {
    expect(catalog.run_config.title).toBe('RunConfig');
    expect(Object.keys(catalog.run_config.$defs)).toContain('indicator.twice');
    expect(catalog.metrics.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id));
    expect(catalog.metrics.every(({ formula, source }) => formula !== '' && source !== '')).toBe(true);
  });

  test('has the schema of a SweepConfig: its objectives are the metrics, and its judgement is the method of the catalogue', () => {
    const { title, properties } = catalog.sweep_config;
    expect([title, Object.keys(properties)]).toEqual(['SweepConfig', ['base', 'grid', 'random', 'objective', 'overfitting']]);
    expect(properties['objective']).toMatchObject({ enum: catalog.metrics.map(({ id }) => id), default: 'sharpe' });
    expect(properties['overfitting']).toMatchObject({ properties: item('validation_method', 'overfitting').params.properties });
    const takes = new Ajv2020({ strict: false }).compile(catalog.sweep_config);
    for (const { value } of Object.values(SWEEP_EXAMPLES)) expect([value, takes(value)]).toEqual([value, true]);
    const { base, grid } = SWEEP_EXAMPLES['grid']!.value as { readonly base: object; readonly grid: object };
    const wrong = [
      ...[{ base }, { grid }, { base, grid, random: { trials: 1, fast: { values: [1] } } }, { base, grid: {} }],
      ...[{ fast: [] }, { fast: [1, 1] }, { fast: '1:2' }, { fast: 5 }, { symbol: ['A'] }, { 'data.symbol': ['A'] }].map((one) => ({
        base,
        grid: one,
      })),
      ...[{ trials: 1 }, { fast: { min: 1, max: 2 } }, { trials: 2, fast: { min: 1 } }].map((random) => ({ base, random })),
    ];
    expect(wrong.filter((one) => takes(one))).toEqual([{ base, grid: { symbol: ['A'] } }]); // that the strategy has no such parameter is no matter of shape
  });

  test('can be had kind by kind and name by name', async () => {
    const get = async (path: string): Promise<CatalogBody> => (await (await server.fetch(path)).json()) as CatalogBody;
    const strategies = await get('/catalog?kind=strategy');
    expect(strategies).toEqual({ items: catalog.items.filter(({ kind }) => kind === 'strategy') });
    expect((await get('/catalog/dual_sma')).items.map(({ kind }) => kind)).toEqual(['strategy', 'indicator']);
    expect((await get('/catalog/dual_sma?kind=indicator')).items).toEqual([item('indicator', 'dual_sma')]);
  });

  test('that the client has is 304', async () => {
    for (const path of ['/catalog', '/catalog?kind=indicator', '/catalog/macd']) {
      const answer = await server.fetch(path);
      const etag = answer.headers.get('etag')!;
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'private, no-cache']);
      const again = await server.fetch(path, { headers: { 'If-None-Match': etag } });
      expect([path, again.status, again.headers.get('etag'), await again.text()]).toEqual([path, 304, etag, '']);
      expect((await server.fetch(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    }
  });

  test('refuses kinds and parameters that are not there, and names with a word of help', async () => {
    for (const query of ['kind=indicators', 'kinds=indicator', 'kind=strategy&kind=indicator', 'kind='])
      expect([query, (await server.fetch(`/catalog?${query}`)).status]).toEqual([query, 422]);
    const unknown = await server.fetch('/catalog/ema_crss');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringContaining('Did you mean "ema_cross"?') });
    expect((await server.fetch('/catalog/constructor')).status).toBe(404);
    expect((await server.fetch('/catalog/ema_cross?kind=indicator')).status).toBe(404);
  });
});
