import { ProjectaError } from '@projecta/errors';
import { type Sha256Stream, sha256Stream } from '@projecta/hashing';
import { MANIFEST, RUN_ARTIFACTS, SWEEP_ARTIFACTS } from '../artifact.js';
import { FORMAT_VERSION } from '../format-version.js';
import type { Manifest } from '@projecta/engine';
import { manifestHash } from '../manifest.js';
import { readManifest } from './read-manifest.js';
import { type Difference, difference, type Verification } from './verification.js';
import { verifyEntry } from './verify-entry.js';
import { kindOf, verifyIdentity } from './verify-identity.js';

export interface VerifyOptions {
  /** All file names there are, to find the ones the manifest does not know. */
  readonly names?: readonly string[];
  /** What the run_hash, of a sweep the sweep_hash, must be: the one asked for, say. */
  readonly runHash?: string;
  /** What chain_prev must be, where the chain is known. */
  readonly chainPrev?: string | null;
  /** What manifest_hash must be: the ledger's. */
  readonly manifestHash?: string;
  readonly hash?: () => Sha256Stream;
}

/** Recomputes every hash of the files of a run or sweep and says in words what differs; `read` gives a file's bytes, or undefined where there is none. */
export async function verifyArtifacts(
  read: (name: string) => Promise<Uint8Array | undefined>,
  options: VerifyOptions = {},
): Promise<Verification> {
  const { hash = sha256Stream } = options;
  const bytes = await read(MANIFEST);
  if (!bytes) return unread(difference('missing', MANIFEST, 'the file is missing, so nothing can be verified.'));
  const manifest = manifestOrReason(bytes);
  if (typeof manifest === 'string') return unread(difference('manifest', MANIFEST, `${manifest} Nothing else can be verified.`));

  const kind = kindOf(await read('identity.json'));
  const differences = [...verifySeal(manifest, options), ...unlisted(manifest, kind), ...extras(manifest, options.names ?? [])];
  const documents = new Map<string, Uint8Array>();
  let files = 1;
  for (const entry of manifest.artifacts) {
    const content = await read(entry.name);
    if (!content) {
      differences.push(difference('missing', entry.name, 'the file is missing.'));
      continue;
    }
    files++;
    differences.push(...(await verifyEntry(entry, content, hash)));
    if (entry.name.endsWith('.json')) documents.set(entry.name, content); // tables may be large: let them go
  }
  differences.push(...verifyIdentity({ manifest, files: documents, hash }));
  const { run_hash, manifest_hash } = manifest;
  return { ok: differences.length === 0, run_hash, manifest_hash, files, differences };
}

function verifySeal(manifest: Manifest, options: VerifyOptions): Difference[] {
  const { format_version, manifest_hash, run_hash, chain_prev } = manifest;
  const found: Difference[] = [];
  const say = (check: Difference['check'], message: string): number => found.push(difference(check, MANIFEST, message));
  const computed = manifestHash(manifest, options.hash);
  if (computed !== manifest_hash) say('manifest_hash', `manifest_hash is ${manifest_hash} where its content hashes to ${computed}.`);
  if (options.manifestHash !== undefined && options.manifestHash !== manifest_hash)
    say('manifest_hash', `manifest_hash is ${manifest_hash} where the ledger says ${options.manifestHash}.`);
  if (options.runHash !== undefined && options.runHash !== run_hash)
    say('run_hash', `run_hash is ${run_hash} where it must be ${options.runHash}.`);
  if (options.chainPrev !== undefined && options.chainPrev !== chain_prev)
    say('chain', `chain_prev is ${chain_prev} where the run before has the manifest_hash ${options.chainPrev}.`);
  if (format_version > FORMAT_VERSION)
    say('manifest', `format_version is ${format_version}; this version knows up to ${FORMAT_VERSION}. Verify it with a newer one.`);
  return found;
}

const ALWAYS: Readonly<Record<'run' | 'sweep', readonly string[]>> = { run: RUN_ARTIFACTS, sweep: SWEEP_ARTIFACTS };

/** Files every run or sweep has that the manifest does not list. */
function unlisted({ artifacts }: Manifest, kind: 'run' | 'sweep'): Difference[] {
  const listed = new Set(artifacts.map(({ name }) => name));
  return ALWAYS[kind].filter((name) => !listed.has(name)).map((name) => difference('manifest', name, 'the manifest does not list it.'));
}

function extras({ artifacts }: Manifest, names: readonly string[]): Difference[] {
  const known = new Set([MANIFEST, ...artifacts.map(({ name }) => name)]);
  return names.filter((name) => !known.has(name)).map((name) => difference('extra', name, 'the manifest does not know this file.'));
}

function manifestOrReason(bytes: Uint8Array): Manifest | string {
  try {
    return readManifest(bytes);
  } catch (error) {
    if (error instanceof ProjectaError) return error.message.slice(MANIFEST.length + 2);
    throw error;
  }
}

function unread(one: Difference): Verification {
  return { ok: false, run_hash: null, manifest_hash: null, files: 0, differences: [one] };
}
