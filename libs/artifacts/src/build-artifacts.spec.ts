import { describe, expect, test } from '@jest/globals';
import { canonicalJson, EXTRA_DIGESTS, extraDigest, sha256Hex, utf8 } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { readVectors } from '@projecta/testing';
import { MANIFEST, RUN_ARTIFACTS } from './artifact.js';
import { buildArtifacts } from './build-artifacts.js';
import { contentSha256 } from './content-sha256.js';
import { tableFromParquet } from './parquet/table-from-parquet.js';
import { exampleRun } from './testing/example-run.js';
import { decodeUtf8 } from './verify/decode-utf8.js';

const result = await exampleRun();
const { artifacts, manifest } = buildArtifacts(result);
const bytesOf = (name: string): Uint8Array => artifacts.find((one) => one.name === name)!.bytes;
const textOf = (name: string): string => decodeUtf8(bytesOf(name))!;
const jsonOf = (name: string): Record<string, unknown> => JSON.parse(textOf(name)) as Record<string, unknown>;
const keysOf = (value: unknown): string[] => Object.keys(value as object).sort();
const sorted = (names: string): string[] => names.split(', ').sort();

describe('files of a run', () => {
  test('are those of the contract, sorted by name, the manifest last', () => {
    const names = artifacts.map(({ name }) => name);
    expect(names).toEqual([...[...RUN_ARTIFACTS, 'features.parquet'].sort(), MANIFEST]);
  });

  test('SHA-256 of identity.json is the run_hash, of config.json the config_hash', () => {
    expect(sha256Hex(bytesOf('identity.json'))).toBe(result.run_hash);
    expect(sha256Hex(bytesOf('config.json'))).toBe(result.config_hash);
  });

  test('every JSON file is canonical', () => {
    for (const { name } of artifacts.filter((one) => one.name.endsWith('.json'))) expect(textOf(name)).toBe(canonicalJson(jsonOf(name)));
  });

  test('JSON files have the keys of names.md', () => {
    expect(keysOf(jsonOf('identity.json'))).toEqual(sorted('config, data, engine, plugins'));
    expect(keysOf(jsonOf('summary.json'))).toEqual(
      sorted(
        'run_hash, config_hash, data_hash, symbol, timeframe, start, end, bars, gaps, metrics, metric_reasons, ambiguity_band, attribution, open_trade, warnings, causal, validation',
      ),
    );
    expect(keysOf(jsonOf('metrics.json'))).toEqual(sorted('metrics, metric_reasons, periods_per_year'));
    expect(keysOf(jsonOf('causality.json'))).toEqual(sorted('cuts, digests, covered, causal, note'));
    expect(keysOf(jsonOf('validation_summary.json'))).toEqual(['permutation']);
    expect(keysOf(jsonOf(MANIFEST))).toEqual(sorted('format_version, run_hash, data_hash, engine, artifacts, chain_prev, manifest_hash'));
  });

  test('report.html and equity.svg are text of the run', () => {
    expect(textOf('report.html')).toMatch(/^<!doctype html>/);
    expect(textOf('equity.svg')).toMatch(/^<svg/);
  });

  test('are the same bytes every time, and with another hash function', () => {
    expect(buildArtifacts(result)).toEqual({ artifacts, manifest });
    expect(buildArtifacts(result, { hash: sha256Stream })).toEqual({ artifacts, manifest });
  });

  test('are the same bytes of another run of the same config', async () => {
    expect(buildArtifacts(await exampleRun(), { hash: sha256Stream }).manifest).toEqual(manifest);
  });

  test('are frozen: other bytes need another format_version, or other semantics', () => {
    const frozen = readVectors<Record<string, string>>(import.meta.url, 'example-run.json');
    const presentation = ['equity.svg', 'report.html'];
    const found = manifest.artifacts.filter(({ name }) => !presentation.includes(name)).map(({ name, sha256 }) => [name, sha256]);
    expect(Object.fromEntries(found)).toEqual(frozen);
  });
});

describe('manifest', () => {
  test('lists each file as it is', async () => {
    expect(manifest.artifacts).toHaveLength(artifacts.length - 1);
    for (const [i, entry] of manifest.artifacts.entries()) {
      const { name, bytes, media_type } = artifacts[i]!;
      const content = name.endsWith('.parquet') ? { content_sha256: contentSha256(await tableFromParquet(bytes)) } : {};
      expect(entry).toEqual({ name, size: bytes.length, sha256: sha256Hex(bytes), media_type, ...content });
    }
  });

  test('manifest_hash is the SHA-256 of its canonical JSON without that field', () => {
    const { manifest_hash, ...rest } = jsonOf(MANIFEST);
    expect(sha256Hex(utf8(canonicalJson(rest)))).toBe(manifest_hash);
    expect(manifest_hash).toBe(manifest.manifest_hash);
  });

  test('alone depends on the chain, the extra digests and the package version', () => {
    const chainPrev = 'a'.repeat(64);
    const other = buildArtifacts(result, { chainPrev, extraDigests: EXTRA_DIGESTS, engineVersion: '1.2.3', hash: sha256Stream });
    expect(other.artifacts.slice(0, -1)).toEqual(artifacts.slice(0, -1));
    expect(other.manifest).toMatchObject({ chain_prev: chainPrev, engine: { ...result.identity.engine, version: '1.2.3' } });
    expect(other.manifest.manifest_hash).not.toBe(manifest.manifest_hash);
    const entry = other.manifest.artifacts.find(({ name }) => name === 'identity.json')!;
    for (const digest of EXTRA_DIGESTS) expect(entry[digest]).toBe(extraDigest(digest, bytesOf('identity.json')));
  });
});
