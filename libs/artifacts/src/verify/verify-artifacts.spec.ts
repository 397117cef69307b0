import { describe, expect, test } from '@jest/globals';
import { canonicalJson, extraDigest, parseJson, sha256Hex, utf8 } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { MANIFEST } from '../artifact.js';
import { buildArtifacts } from '../build-artifacts.js';
import type { Manifest, ManifestEntry } from '@projecta/engine';
import { manifestArtifact, sealManifest } from '../manifest.js';
import { exampleRun } from '../testing/example-run.js';
import { decodeUtf8 } from './decode-utf8.js';
import { verifyArtifacts, type VerifyOptions } from './verify-artifacts.js';

type Files = Record<string, Uint8Array>;

const { artifacts, manifest } = buildArtifacts(await exampleRun(), { extraDigests: ['blake3'] });
const files: Files = Object.fromEntries(artifacts.map(({ name, bytes }) => [name, bytes]));
const names = Object.keys(files);

/** Verifies the files with some replaced (or, by undefined, removed). */
function verify(changes: Record<string, Uint8Array | undefined> = {}, options: VerifyOptions = {}) {
  const all = Object.fromEntries(Object.entries({ ...files, ...changes }).filter(([, bytes]) => bytes !== undefined));
  return verifyArtifacts(async (name) => all[name], { names: Object.keys(all), hash: sha256Stream, ...options });
}

async function differencesOf(changes: Record<string, Uint8Array | undefined>, options: VerifyOptions = {}) {
  return (await verify(changes, options)).differences.map(({ check, artifact }) => `${artifact} ${check}`);
}

const sealed = (changes: Partial<Manifest>): Uint8Array =>
  manifestArtifact(sealManifest({ ...manifest, ...changes }, manifest.chain_prev)).bytes;

/** The manifest with one entry made to fit other bytes, and sealed again: what a careful forger writes. */
function forged(name: string, bytes: Uint8Array, changes: Partial<ManifestEntry> = {}): Files {
  const fit = { size: bytes.length, sha256: sha256Hex(bytes), blake3: extraDigest('blake3', bytes), ...changes };
  const entries = manifest.artifacts.map((entry) => (entry.name === name ? { ...entry, ...fit } : entry));
  return { [name]: bytes, [MANIFEST]: sealed({ artifacts: entries }) };
}

/** A JSON file with some of its keys replaced. */
function edited(name: string, changes: object): Uint8Array {
  return utf8(canonicalJson({ ...(parseJson(decodeUtf8(files[name]!)!) as object), ...changes }));
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

describe('verifyArtifacts', () => {
  test('finds nothing in the files as they were written', async () => {
    const { run_hash, manifest_hash } = manifest;
    expect(await verify()).toEqual({ ok: true, run_hash, manifest_hash, files: names.length, differences: [] });
    expect(await verifyArtifacts(async (name) => files[name])).toMatchObject({ ok: true });
    expect(await differencesOf({}, { runHash: run_hash, chainPrev: null, manifestHash: manifest_hash })).toEqual([]);
  });

  test.each(names.filter((name) => name !== MANIFEST))('names %s when one bit of it changes, wherever', async (name) => {
    const { length } = files[name]!;
    for (const at of [0, Math.floor(length / 2), length - 1])
      expect(await differencesOf({ [name]: flipped(files[name]!, at) })).toContain(`${name} sha256`);
  });

  test('names manifest.json whichever byte of it changes', async () => {
    for (let at = 0; at < files[MANIFEST]!.length; at += 29) {
      const { ok, differences } = await verify({ [MANIFEST]: flipped(files[MANIFEST]!, at) });
      expect({ at, ok, named: differences.some(({ artifact }) => artifact === MANIFEST) }).toEqual({ at, ok: false, named: true });
    }
  });

  test.each(names)('names %s when it is missing', async (name) => {
    expect(await differencesOf({ [name]: undefined })).toEqual([`${name} missing`]);
  });

  test('says ARTIFACT_NOT_FOUND for a missing file, ARTIFACT_DAMAGED for another one, in words', async () => {
    const { differences } = await verify({ 'equity.svg': undefined, 'report.html': utf8('hello') });
    expect(differences).toEqual([
      { code: 'ARTIFACT_NOT_FOUND', check: 'missing', artifact: 'equity.svg', message: 'equity.svg: the file is missing.' },
      {
        code: 'ARTIFACT_DAMAGED',
        check: 'size',
        artifact: 'report.html',
        message: `report.html: it has 5 bytes where the manifest says ${files['report.html']!.length}.`,
      },
    ]);
  });

  test('names a file that the manifest does not know', async () => {
    expect(await differencesOf({ 'notes.json': utf8('{}') })).toEqual(['notes.json extra']);
    expect(await differencesOf({ '.tmp': utf8('{}') })).toEqual(['.tmp extra']);
  });

  test('names both files when two are swapped', async () => {
    const swapped = { 'fills.parquet': files['trades.parquet']!, 'trades.parquet': files['fills.parquet']! };
    expect(await differencesOf(swapped)).toEqual(['fills.parquet size', 'trades.parquet size']);
  });

  test('names a run_hash, chain link or manifest_hash that is not the one known', async () => {
    const other = 'b'.repeat(64);
    expect(await differencesOf({}, { runHash: other, chainPrev: other, manifestHash: other })).toEqual([
      'manifest.json manifest_hash',
      'manifest.json run_hash',
      'manifest.json chain',
    ]);
  });
});

describe('a forged run', () => {
  test('another identity under the old run_hash is found', async () => {
    const other = edited('identity.json', { plugins: [{ kind: 'strategy', name: 'x', version: '1', digest: null }] });
    expect(await differencesOf(forged('identity.json', other))).toEqual(['identity.json run_hash']);
  });

  test('another config than the identity’s is found', async () => {
    expect(await differencesOf(forged('config.json', edited('config.json', { seed: 43 })))).toEqual(['config.json config_hash']);
  });

  test('a summary that names other hashes is found', async () => {
    const other = edited('summary.json', { run_hash: 'c'.repeat(64), config_hash: '', data_hash: null });
    expect((await differencesOf(forged('summary.json', other))).sort()).toEqual(
      ['config_hash', 'data_hash', 'run_hash'].map((check) => `summary.json ${check}`),
    );
  });

  test('another data_hash or engine in the manifest is found', async () => {
    const changes = { data_hash: 'd'.repeat(64), engine: { name: 'projecta', semantics_version: 9 } };
    expect(await differencesOf({ [MANIFEST]: sealed(changes) })).toEqual([
      'identity.json data_hash',
      'identity.json engine',
      'summary.json data_hash',
    ]);
  });

  test('a content_sha256 that is not the table’s, or a table that is none, is found', async () => {
    const equity = files['equity.parquet']!;
    expect(await differencesOf(forged('equity.parquet', equity, { content_sha256: 'e'.repeat(64) }))).toEqual([
      'equity.parquet content_sha256',
    ]);
    expect(await differencesOf(forged('equity.parquet', utf8('PAR1')))).toEqual(['equity.parquet content_sha256']);
  });

  test('an extra digest that is not the file’s is found', async () => {
    const { blake3 } = manifest.artifacts[1]!;
    const first = manifest.artifacts[0]!;
    expect(await differencesOf(forged(first.name, files[first.name]!, { blake3: blake3! }))).toEqual([`${first.name} extra_digest`]);
  });

  test('a file left out of the manifest is found', async () => {
    const rest = sealed({ artifacts: manifest.artifacts.filter(({ name }) => name !== 'trades.parquet') });
    expect(await differencesOf({ [MANIFEST]: rest })).toEqual(['trades.parquet manifest', 'trades.parquet extra']);
    expect(await differencesOf({ [MANIFEST]: rest, 'trades.parquet': undefined })).toEqual(['trades.parquet manifest']);
  });

  test('a manifest sealed by another hash is found', async () => {
    const bytes = utf8(canonicalJson({ ...manifest, chain_prev: 'f'.repeat(64) }));
    expect(await differencesOf({ [MANIFEST]: bytes })).toEqual(['manifest.json manifest_hash']);
  });

  test('a format_version of the future is said', async () => {
    const { differences } = await verify({ [MANIFEST]: sealed({ format_version: 99 }) });
    expect(differences.map(({ message }) => message)).toEqual([
      'manifest.json: format_version is 99; this version knows up to 1. Verify it with a newer one.',
    ]);
  });
});
