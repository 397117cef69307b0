import { describe, expect, test } from '@jest/globals';
import { type Candles, formatCandlesCsv, parseCandlesCsv, resampleCandles } from '@projecta/candles';
import { canonicalJson, utf8 } from '@projecta/hashing';
import { sha256Hex, sha256Stream } from '@projecta/hashing/node';
import { defineIndicator, defineRiskModel, defineSlippageModel, defineStrategy } from '@projecta/plugin';
import { readVectors } from '@projecta/testing';
import type { RunConfig } from './config/run-config.js';
import { backtestMemory, runBacktest } from './run-backtest.js';
import { BASE, baseWith } from './testing/base-config.twin.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';

interface Vectors {
  readonly run: {
    readonly candles: Readonly<Record<string, readonly number[]>>;
    readonly config: RunConfig;
    readonly identity_json: string;
    readonly config_hash: string;
    readonly data_hash: string;
    readonly run_hash: string;
  };
}

const MARKET = marketOf({ bars: 120, seed: 3, vwap: true });
const hashOn = async (candles: Candles, config: Partial<RunConfig> = {}) => (await runOn(candles, config)).run_hash;

describe('run_hash', () => {
  test('is the SHA-256 of the bytes of identity.json', async () => {
    const run = await runOn(MARKET);
    expect(run.run_hash).toBe(sha256Hex(utf8(canonicalJson(run.identity))));
    expect(run.identity).toEqual({
      config: run.config,
      data: { symbol: 'MARKET', timeframe: '1d', bars: 120, data_hash: run.data_hash },
      engine: { name: 'projecta', semantics_version: 1 },
      plugins: [],
    });
    const { run_hash, config_hash, data_hash } = run;
    expect(run.summary).toMatchObject({ run_hash, config_hash, data_hash });
  });
  test('is what Python makes of the same page', async () => {
    const { run } = readVectors<Vectors>(import.meta.url, 'identity.json');
    const candles = Object.fromEntries(Object.entries(run.candles).map(([name, column]) => [name, Float64Array.from(column)]));
    const made = await runBacktest({ config: run.config, candles: candles as unknown as Candles });
    expect(canonicalJson(made.identity)).toBe(run.identity_json);
    expect([made.config_hash, made.data_hash, made.run_hash]).toEqual([run.config_hash, run.data_hash, run.run_hash]);
  });
  test('is the same for the same request, whoever computes the SHA-256', async () => {
    expect(await hashOn(MARKET)).toBe(await hashOn(MARKET));
    expect((await runOn(MARKET, {}, { hash: sha256Stream })).run_hash).toBe(await hashOn(MARKET));
  });
});

describe('the data', () => {
  const nudged = (column: keyof Candles, t: number): Candles => {
    const changed = { ...MARKET, [column]: MARKET[column]!.slice() };
    const bits = new BigInt64Array(changed[column]!.buffer);
    bits[t] = bits[t]! + (column === 'low' ? -1n : 1n);
    return changed;
  };
  test.each(['open', 'high', 'low', 'close', 'volume', 'vwap'] as const)('one ulp of %s changes the hash', async (column) => {
    for (const t of [0, 60, 119]) {
      const changed = nudged(column, t);
      changed.high.set(MARKET.high.map((high, i) => Math.max(high, changed.open[i]!, changed.close[i]!, changed.high[i]!)));
      expect(await hashOn(changed)).not.toBe(await hashOn(MARKET));
    }
  });
  test('one bar more or less changes it, bars outside the span do not', async () => {
    const end = MARKET.ts[100]!;
    const cut = Object.fromEntries(Object.entries(MARKET).map(([name, column]: [string, Float64Array]) => [name, column.slice(0, 100)]));
    expect(await hashOn(cut as unknown as Candles, { end })).toBe(await hashOn(MARKET, { end }));
    expect((await runOn(MARKET, { end })).data_hash).not.toBe((await runOn(MARKET, { end: MARKET.ts[101]! })).data_hash);
  });
  test('a column that is absent is not a column of zeros', async () => {
    const { volume: _volume, ...without } = MARKET;
    const zeros = { ...MARKET, volume: new Float64Array(120) };
    expect((await runOn(without)).data_hash).not.toBe((await runOn(zeros)).data_hash);
  });
  test('the format they came in does not: the same candles by way of CSV, as ISO times or epochs', async () => {
    const csv = formatCandlesCsv(MARKET);
    const epochs = csv.replace(/^[\dT:.-]+Z/gm, (instant) => String(Date.parse(instant) / 1000));
    expect(epochs).not.toContain('T00');
    for (const text of [csv, epochs, csv.replaceAll(',', ';').replaceAll('\n', '\r\n')]) {
      expect(await hashOn(parseCandlesCsv(text).candles)).toBe(await hashOn(MARKET));
    }
  });
  test('resampled by us or before us', async () => {
    expect(await hashOn(MARKET, { timeframe: '1w' })).toBe(await hashOn(resampleCandles(MARKET, '1w'), { timeframe: '1w' }));
  });
});

describe('the config', () => {
  test('every part of it counts, validation, seed and features too', async () => {
    const configs: Partial<RunConfig>[] = [
      {},
      { seed: 43 },
      { features: true },
      { indicators: [{ name: 'sma' }] },
      { validation: { permutation: { trials: 1 } } },
      { validation: { permutation: { trials: 2 } } },
      { validation: { causality: {} } },
      { execution: { fee_bps: 1 } },
      { metrics: { risk_free: 0.01 } },
      { symbol: 'OTHER' },
      { start: 0 },
      { end: '2199-12-31' },
    ];
    const hashes = await Promise.all(configs.map((config) => hashOn(MARKET, config)));
    expect(hashes[10]).toBe(hashes[0]); // start 1970-01-01, as epoch ms
    expect(new Set(hashes).size).toBe(configs.length - 1);
  });
  test('how its numbers are written does not', async () => {
    const texts = [
      '{"fee_bps": 10, "slippage_bps": 0.5}',
      '{"slippage_bps": 5e-1, "fee_bps": 1.0E+1}',
      '{"fee_bps": 10.000, "slippage_bps": 0.50}',
    ];
    const hashes = await Promise.all(
      texts.map((text) => hashOn(MARKET, { execution: JSON.parse(text) as RunConfig['execution'] & object })),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});

describe('plug-ins', () => {
  const about = { title: 'Mine', description: 'Mine.', params: {} };
  const shape = { inputs: ['close'], outputs: ['own'], warmup: () => 0 } as const;
  const own = defineIndicator({ ...about, ...shape, name: 'own', version: '1', compute: ({ close }, _params, out) => out.own.set(close) });
  const strategy = (version: string) =>
    defineStrategy({
      ...about,
      name: 'mine',
      version,
      features: () => ({ own: own.of() }),
      target: (_columns, _params, out) => void out.fill(1),
    });
  const risk = defineRiskModel({ ...about, name: 'mine', version: '2', bind: () => () => 1 });
  const slippage = defineSlippageModel({ ...about, name: 'mine', version: '3', bind: () => (price) => price });
  const config: Partial<RunConfig> = { strategy: { name: 'mine' } };

  test('those used are listed, sorted, with version and digest; those passed but not used are not', async () => {
    const digest = 'ab'.repeat(32);
    const plugins = [slippage, risk, own, { definition: strategy('1'), digest }];
    const all = { ...config, risk: { model: 'mine' }, execution: { slippage_model: { model: 'mine' } } };
    expect((await runOn(MARKET, all, { plugins })).identity.plugins).toEqual([
      { kind: 'indicator', name: 'own', version: '1', digest: null },
      { kind: 'risk_model', name: 'mine', version: '2', digest: null },
      { kind: 'slippage_model', name: 'mine', version: '3', digest: null },
      { kind: 'strategy', name: 'mine', version: '1', digest },
    ]);
    expect((await runOn(MARKET, {}, { plugins })).run_hash).toBe(await hashOn(MARKET));
  });
  test('an indicator that only features use is listed; named twice, once', async () => {
    const indicators = [{ name: 'own' }, { name: 'own' }, { name: 'sma' }];
    const run = await runOn(MARKET, { indicators }, { plugins: [own] });
    expect(run.identity.plugins).toEqual([{ kind: 'indicator', name: 'own', version: '1', digest: null }]);
  });
  test('another version or another digest is another run', async () => {
    const hash = async (version: string, digest?: string) =>
      (await runOn(MARKET, config, { plugins: [digest === undefined ? strategy(version) : { definition: strategy(version), digest }] }))
        .run_hash;
    const hashes = [await hash('1'), await hash('2'), await hash('1', 'aa'), await hash('1', 'bb')];
    expect(new Set(hashes).size).toBe(4);
    expect(await hash('1')).toBe(hashes[0]);
  });
});

describe('the same request gives the same result', () => {
  const config = baseWith('/validation', { permutation: { trials: 5 } });
  test('twice, and in memory that was used for other runs between', async () => {
    const fresh = await runBacktest({ config });
    const memory = backtestMemory();
    const reused = await runBacktest({ config, memory });
    const before = canonicalJson(asJson(reused));
    await runBacktest({
      config: { ...BASE, end: '2025-04-30', strategy: { name: 'momentum' }, risk: { stop_loss: 0.01, take_profit: 0.01 } },
      memory,
    });
    expect(asJson(await runBacktest({ config, memory }))).toEqual(asJson(fresh));
    expect(before).toBe(canonicalJson(asJson(fresh)));
  });
  test('and leaves candles and config as they were', async () => {
    const candles = marketOf({ bars: 60, seed: 8 });
    const frozen = Object.freeze({ ...config, symbol: 'MARKET', strategy: Object.freeze({ ...BASE.strategy }) });
    await runOn(candles, { ...frozen, execution: { fill_price: 'close_same' } });
    expect(candles).toEqual(marketOf({ bars: 60, seed: 8 }));
  });
});

/** A result as plain JSON: columns as lists, NaN as null. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (ArrayBuffer.isView(one) ? [...(one as Float64Array)] : one)));
}
