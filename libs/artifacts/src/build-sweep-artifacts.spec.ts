import { describe, expect, test } from '@jest/globals';
import { normalizeConfig, catalogueOf, runBacktest, type RunConfig } from '@projecta/engine';
import { canonicalJson, sha256Hex } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { readVectors } from '@projecta/testing';
import { MANIFEST, SWEEP_ARTIFACTS } from './artifact.js';
import { buildSweepArtifacts } from './build-sweep-artifacts.js';
import { tableFromParquet } from './parquet/table-from-parquet.js';
import { sweepTables } from './sweep-tables.js';
import { exampleSweep } from './testing/example-sweep.js';
import { decodeUtf8 } from './verify/decode-utf8.js';

const result = await exampleSweep();
const { artifacts, manifest } = buildSweepArtifacts(result);
const bytesOf = (name: string): Uint8Array => artifacts.find((one) => one.name === name)!.bytes;
const textOf = (name: string): string => decodeUtf8(bytesOf(name))!;
const jsonOf = (name: string): Record<string, unknown> => JSON.parse(textOf(name)) as Record<string, unknown>;

describe('files of a sweep', () => {
  test('are those of SWEEP_ARTIFACTS, sorted by name, the manifest last', () => {
    expect(artifacts.map(({ name }) => name)).toEqual([...[...SWEEP_ARTIFACTS].sort(), MANIFEST]);
    expect(manifest.artifacts.map(({ name }) => name)).toEqual([...SWEEP_ARTIFACTS]);
  });

  test('SHA-256 of identity.json is the sweep_hash, which the manifest has under run_hash', () => {
    expect(sha256Hex(bytesOf('identity.json'))).toBe(result.sweep_hash);
    expect(manifest).toMatchObject({ run_hash: result.sweep_hash, data_hash: result.identity.data.data_hash, chain_prev: null });
  });

  test('config.json is the normal form, its SHA-256 the config_hash', () => {
    expect(textOf('config.json')).toBe(canonicalJson(result.sweep));
    expect(jsonOf('summary.json')['config_hash']).toBe(sha256Hex(bytesOf('config.json')));
  });

  test('every JSON file is canonical', () => {
    for (const { name } of artifacts.filter((one) => one.name.endsWith('.json'))) expect(textOf(name)).toBe(canonicalJson(jsonOf(name)));
  });

  test('summary.json has what fits on a page', () => {
    const { sweep_hash, identity, objective, best, skipped, certified, tried, overfitting } = result;
    const { symbol, timeframe, bars, data_hash } = identity.data;
    expect(jsonOf('summary.json')).toMatchObject({
      ...{ sweep_hash, data_hash, symbol, timeframe, bars, objective, best, certified, tried },
      ...{ lower_is_better: false, trials: tried - skipped.count, skipped: { count: 12 } },
      ...{ start: '2022-01-01T00:00:00.000Z', end: '2022-07-01T00:00:00.000Z', validation: { overfitting: overfitting!.verdict } },
    });
    const keys = 'start, end, bars, objective, lower_is_better, tried, trials, skipped, best, certified, plateau, warnings, validation';
    const all = `sweep_hash, config_hash, data_hash, symbol, timeframe, ${keys}`;
    expect(Object.keys(jsonOf('summary.json')).sort()).toEqual(all.split(', ').sort());
  });

  test('validation_summary.json has the judgement, and nothing where none was asked for', async () => {
    expect(jsonOf('validation_summary.json')).toEqual({ overfitting: JSON.parse(JSON.stringify(result.overfitting)) as unknown });
    const { overfitting: _, ...plain } = result;
    const files = buildSweepArtifacts({ ...plain, overfitting_detail: [] }).artifacts;
    const text = (name: string) => decodeUtf8(files.find((one) => one.name === name)!.bytes)!;
    expect(text('validation_summary.json')).toBe('{}');
    expect(JSON.parse(text('summary.json'))).toMatchObject({ validation: {} });
  });

  test('are the same bytes every time, with another hash function, and of the sweep run again', async () => {
    expect(buildSweepArtifacts(result)).toEqual({ artifacts, manifest });
    expect(buildSweepArtifacts(await exampleSweep(), { hash: sha256Stream })).toEqual({ artifacts, manifest });
  });

  test('are frozen but for the report: other bytes need another format_version, or other semantics', () => {
    const found = manifest.artifacts.filter(({ name }) => name !== 'report.html').map(({ name, sha256 }) => [name, sha256]);
    expect(Object.fromEntries(found)).toEqual(readVectors<Record<string, string>>(import.meta.url, 'example-sweep.json'));
  });
});

describe('sweep.parquet', () => {
  test('has the columns of names.md and the rows of the result, read back', async () => {
    const table = await tableFromParquet(bytesOf('sweep.parquet'));
    expect(table).toEqual(sweepTables(result)[0]);
    const names = table.columns.map(({ name }) => name);
    const params = Object.keys(result.trials.params).map((path) => `param.${path}`);
    expect(names).toEqual(['trial', 'run_hash', ...params, ...Object.keys(result.trials.metrics)]);
    expect(table.columns.slice(0, 6).map(({ kind }) => kind)).toEqual(['number', 'text', 'text', 'number', 'flag', 'number']);
  });

  test('a metric that does not exist is missing, not NaN', async () => {
    const { sharpe } = result.trials.metrics;
    const bare = {
      ...result,
      trials: { ...result.trials, metrics: { ...result.trials.metrics, sharpe: sharpe.map((_, row) => (row === 1 ? NaN : 1)) } },
    };
    const column = sweepTables(bare)[0]!.columns.find(({ name }) => name === 'sharpe');
    expect(column).toMatchObject({ kind: 'number', valid: sharpe.map((_, row) => Number(row !== 1)) });
  });

  test('a row’s run_hash is that of the config in config.json with the row’s values', async () => {
    const base = jsonOf('config.json')['base'] as RunConfig;
    const { strategy, risk } = normalizeConfig(base, catalogueOf());
    const { params, run_hash } = result.trials;
    const row = result.trials.rows - 1;
    const at = (path: string): unknown => params[path]![row];
    const config = {
      ...base,
      strategy: {
        name: strategy.name,
        params: {
          fast: at('strategy.params.fast'),
          slow: at('strategy.params.slow'),
          long_only: at('strategy.params.long_only'),
        },
      },
      risk: { ...risk, rebalance: at('risk.rebalance') },
    } as RunConfig;
    expect((await runBacktest({ config })).run_hash).toBe(run_hash[row]);
  });
});
