import { ProjectaError } from '@projecta/errors';
import { canonicalJson, EXTRA_DIGESTS, type JsonValue, parseJson } from '@projecta/hashing';
import { isArtifactName, MANIFEST } from '../artifact.js';
import type { Manifest } from '@projecta/engine';
import { decodeUtf8 } from './decode-utf8.js';

const HASH = /^[0-9a-f]{64}$/;
const KEYS = ['artifacts', 'chain_prev', 'data_hash', 'engine', 'format_version', 'manifest_hash', 'run_hash'];

/**
 * The manifest in the bytes of manifest.json, its shape checked, its hashes not.
 * Throws ARTIFACT_DAMAGED with the first thing wrong; bytes that are not canonical JSON are refused too, since they are not the ones that were written.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw damaged('it is not UTF-8 text');
  const value = parsed(text);
  const wrong = shapeProblem(value);
  if (wrong !== undefined) throw damaged(wrong);
  if (canonicalJson(value) !== text) throw damaged('it is not canonical JSON (RFC 8785), so it is not the file that was written');
  return value as unknown as Manifest;
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    throw damaged(error instanceof ProjectaError ? error.message : 'it is not JSON');
  }
}

function shapeProblem(value: JsonValue): string | undefined {
  if (!isObject(value)) return 'it is not a JSON object';
  if (Object.keys(value).sort().join() !== KEYS.join()) return `its keys are not ${KEYS.join(', ')}`;
  const { artifacts, chain_prev, data_hash, engine, format_version, manifest_hash, run_hash } = value;
  if (!Number.isInteger(format_version)) return 'format_version is not an integer';
  if (![data_hash, manifest_hash, run_hash].every(isHash)) return 'data_hash, manifest_hash or run_hash is not a SHA-256 in hexadecimal';
  if (chain_prev !== null && !isHash(chain_prev)) return 'chain_prev is neither null nor a SHA-256 in hexadecimal';
  if (!isEngine(engine)) return 'engine is not {name, semantics_version, version?}';
  if (!Array.isArray(artifacts)) return 'artifacts is not a list';
  const bad = artifacts.findIndex((entry) => !isEntry(entry as JsonValue));
  if (bad >= 0) return `artifacts[${bad}] is not {name, size, sha256, media_type, content_sha256?}`;
  const names = artifacts.map((entry) => (entry as { name: string }).name);
  if (names.some((name, i) => i > 0 && names[i - 1]! >= name)) return 'artifacts are not sorted by name, each once';
  return undefined;
}

function isEntry(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  const { name, size, sha256, media_type, content_sha256, ...digests } = value;
  return (
    typeof name === 'string' &&
    isArtifactName(name) &&
    name !== MANIFEST &&
    Number.isSafeInteger(size) &&
    isHash(sha256) &&
    typeof media_type === 'string' &&
    (content_sha256 === undefined || isHash(content_sha256)) &&
    Object.entries(digests).every(([key, digest]) => (EXTRA_DIGESTS as readonly string[]).includes(key) && typeof digest === 'string')
  );
}

function isEngine(value: JsonValue | undefined): boolean {
  if (value === undefined || !isObject(value)) return false;
  const { name, semantics_version, version, ...rest } = value;
  return (
    typeof name === 'string' &&
    Number.isInteger(semantics_version) &&
    (version === undefined || typeof version === 'string') &&
    Object.keys(rest).length === 0
  );
}

function isHash(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && HASH.test(value);
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(why: string): ProjectaError {
  return new ProjectaError('ARTIFACT_DAMAGED', `${MANIFEST}: ${why}.`);
}
