import { describe, expect, test } from '@jest/globals';
import { canonicalJson, parseJson, sha256Hex, utf8 } from '@projecta/hashing';
import { sha256Stream } from '@projecta/hashing/node';
import { MANIFEST } from '../artifact.js';
import { buildSweepArtifacts } from '../build-sweep-artifacts.js';
import type { Manifest } from '@projecta/engine';
import { manifestArtifact, sealManifest } from '../manifest.js';
import { exampleSweep } from '../testing/example-sweep.js';
import { compareReplay } from './compare-replay.js';
import { decodeUtf8 } from './decode-utf8.js';
import { verifyArtifacts, type VerifyOptions } from './verify-artifacts.js';

type Files = Record<string, Uint8Array | undefined>;

const result = await exampleSweep();
const { artifacts, manifest } = buildSweepArtifacts(result);
const files: Files = Object.fromEntries(artifacts.map(({ name, bytes }) => [name, bytes]));
const names = Object.keys(files);

async function differencesOf(changes: Files, options: VerifyOptions = {}) {
  const all = Object.fromEntries(Object.entries({ ...files, ...changes }).filter(([, bytes]) => bytes !== undefined));
  const { differences } = await verifyArtifacts(async (name) => all[name], { names: Object.keys(all), hash: sha256Stream, ...options });
  return differences.map(({ check, artifact }) => `${artifact} ${check}`);
}

const sealed = (changes: Partial<Manifest>): Uint8Array => manifestArtifact(sealManifest({ ...manifest, ...changes }, null)).bytes;

/** A JSON file with keys replaced, under a manifest that fits it. */
function forged(name: string, changes: object): Files {
  const bytes = utf8(canonicalJson({ ...(parseJson(decodeUtf8(files[name]!)!) as object), ...changes }));
  const fit = { size: bytes.length, sha256: sha256Hex(bytes) };
  const entries = manifest.artifacts.map((entry) => (entry.name === name ? { ...entry, ...fit } : entry));
  return { [name]: bytes, [MANIFEST]: sealed({ artifacts: entries }) };
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

describe('files of a sweep', () => {
  test('are found whole, under the sweep_hash', async () => {
    expect(await differencesOf({}, { runHash: result.sweep_hash, chainPrev: null, manifestHash: manifest.manifest_hash })).toEqual([]);
    expect(await differencesOf({}, { runHash: 'b'.repeat(64) })).toEqual(['manifest.json run_hash']);
  });

  test.each(names.filter((name) => name !== MANIFEST))('%s is named when one bit of it changes, and when it is missing', async (name) => {
    const { length } = files[name]!;
    for (const at of [0, Math.floor(length / 2), length - 1])
      expect(await differencesOf({ [name]: flipped(files[name]!, at) })).toContain(`${name} sha256`);
    expect(await differencesOf({ [name]: undefined })).toContain(`${name} missing`);
  });

  test('no file may be left out of the manifest', async () => {
    for (const { name } of manifest.artifacts.filter((entry) => entry.name !== 'identity.json')) {
      const rest = sealed({ artifacts: manifest.artifacts.filter((entry) => entry.name !== name) });
      expect(await differencesOf({ [MANIFEST]: rest, [name]: undefined })).toEqual([`${name} manifest`]);
    }
  });

  test('a forged sweep is found by its identity', async () => {
    const sweep = { ...result.sweep, objective: 'cagr' };
    expect(await differencesOf(forged('identity.json', { sweep }))).toEqual([
      'identity.json run_hash',
      'config.json config_hash',
      'summary.json config_hash',
    ]);
    expect(await differencesOf(forged('config.json', { objective: 'cagr' }))).toEqual(['config.json config_hash']);
    const hashes = { sweep_hash: 'c'.repeat(64), config_hash: '', data_hash: null };
    expect((await differencesOf(forged('summary.json', hashes))).sort()).toEqual(
      ['config_hash', 'data_hash', 'run_hash'].map((check) => `summary.json ${check}`),
    );
  });

  test('files of a run that claim to be a sweep’s have another identity', async () => {
    const { sweep: _, ...rest } = parseJson(decodeUtf8(files['identity.json']!)!) as Record<string, unknown>;
    const bytes = utf8(canonicalJson({ ...rest, config: result.sweep.base }));
    expect(await differencesOf({ 'identity.json': bytes })).toContain('identity.json run_hash');
  });

  test('compare with a replay as those of a run do', async () => {
    expect(compareReplay(manifest, buildSweepArtifacts(await exampleSweep()).manifest)).toMatchObject({ same: true, differences: [] });
    const other = buildSweepArtifacts(await exampleSweep({ objective: 'cagr' })).manifest;
    const { same, differences } = compareReplay(manifest, other);
    expect([same, [...new Set(differences.map(({ artifact }) => artifact))].sort()]).toEqual([
      false,
      ['config.json', 'identity.json', 'report.html', 'summary.json'],
    ]);
  });
});
