import { describe, expect, test } from '@jest/globals';
import { canonicalJson, utf8 } from '@projecta/hashing';
import type { Manifest } from '@projecta/engine';
import { manifestArtifact, sealManifest } from '../manifest.js';
import { readManifest } from './read-manifest.js';

const HASH = 'a'.repeat(64);
const entry = { name: 'config.json', size: 2, sha256: HASH, media_type: 'application/json' };
const manifest = sealManifest(
  { format_version: 1, run_hash: HASH, data_hash: HASH, engine: { name: 'projecta', semantics_version: 1 }, artifacts: [entry] },
  null,
);
const messageOf = (bytes: Uint8Array): string => {
  try {
    readManifest(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};
const withEntry = (changes: object): object => ({ ...manifest, artifacts: [{ ...entry, ...changes }] });

describe('readManifest', () => {
  test('reads what was written', () => {
    expect(readManifest(manifestArtifact(manifest).bytes)).toEqual(manifest);
  });

  test.each<[string, object, RegExp]>([
    ['a path for a name', withEntry({ name: '../config.json' }), /artifacts\[0\]/],
    ['an absolute path', withEntry({ name: '/etc/passwd' }), /artifacts\[0\]/],
    ['a path of Windows', withEntry({ name: 'c:\\config.json' }), /artifacts\[0\]/],
    ['a hidden file', withEntry({ name: '.config.json' }), /artifacts\[0\]/],
    ['itself', withEntry({ name: 'manifest.json' }), /artifacts\[0\]/],
    ['an unknown digest', withEntry({ md5: 'x' }), /artifacts\[0\]/],
    ['half a hash', withEntry({ sha256: 'abc' }), /artifacts\[0\]/],
    ['a file listed twice', { ...manifest, artifacts: [entry, entry] }, /sorted by name, each once/],
    ['a missing key', { ...manifest, chain_prev: undefined }, /keys/],
    ['an unknown key', { ...manifest, note: '' }, /keys/],
    ['no list', { ...manifest, artifacts: {} }, /not a list/],
    ['an engine without version of its semantics', { ...manifest, engine: { name: 'projecta' } }, /engine/],
    ['a run_hash in capitals', { ...manifest, run_hash: 'A'.repeat(64) }, /SHA-256/],
    ['a chain_prev that is no hash', { ...manifest, chain_prev: '' }, /chain_prev/],
    ['a fractional format_version', { ...manifest, format_version: 1.5 }, /format_version/],
  ])('refuses %s', (_, value, message) => {
    expect(messageOf(utf8(canonicalJson(JSON.parse(JSON.stringify(value)))))).toMatch(message);
  });

  test('refuses other bytes of the same JSON, other text, and no text', () => {
    const text = canonicalJson(manifest);
    expect(messageOf(utf8(JSON.stringify(manifest satisfies Manifest, null, 2)))).toMatch(/canonical/);
    expect(messageOf(utf8(text.replace('"chain_prev":null', '"chain_prev":null,"chain_prev":null')))).toMatch(/twice/);
    expect(messageOf(utf8('[]'))).toMatch(/not a JSON object/);
    expect(messageOf(utf8(''))).toMatch(/JSON/);
    expect(messageOf(Uint8Array.of(0xff, 0xfe))).toMatch(/UTF-8/);
  });
});
