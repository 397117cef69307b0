import { canonicalJson, type JsonValue, parseJson, type Sha256Stream, utf8 } from '@projecta/hashing';
import type { Manifest } from '@projecta/engine';
import { decodeUtf8 } from './decode-utf8.js';
import { type Difference, difference } from './verification.js';

export interface IdentityFiles {
  readonly manifest: Manifest;
  /** Bytes by name; absent where the file is missing. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly hash: () => Sha256Stream;
}

/** What a manifest lists the files of: identity.json of a sweep has `sweep` where that of a run has `config`. */
export function kindOf(identityBytes: Uint8Array | undefined): 'run' | 'sweep' {
  return Object.hasOwn(objectIn(identityBytes) ?? {}, 'sweep') ? 'sweep' : 'run';
}

/** How identity.json, config.json and summary.json contradict each other or the manifest: the hashes of a run or sweep are hashes of these files. */
export function verifyIdentity({ manifest, files, hash }: IdentityFiles): Difference[] {
  const sha256 = (bytes: Uint8Array): string => hash().update(bytes).digestHex();
  const identityBytes = files.get('identity.json');
  const configBytes = files.get('config.json');
  const identity = objectIn(identityBytes);
  const summary = objectIn(files.get('summary.json'));
  const [subject, hashName] = NAMES[kindOf(identityBytes)];
  const found: Difference[] = [];
  const compare = (check: Difference['check'], artifact: string, [what, is, expected]: readonly [string, unknown, unknown]): void => {
    if (is !== expected) found.push(difference(check, artifact, `${what} is ${String(is)} where it must be ${String(expected)}.`));
  };

  if (identityBytes) compare('run_hash', 'identity.json', [`its SHA-256, the ${hashName},`, sha256(identityBytes), manifest.run_hash]);
  if (identity) {
    const { name, semantics_version } = manifest.engine;
    const engine = canonicalJson({ name, semantics_version });
    compare('data_hash', 'identity.json', ['data.data_hash', at(identity, 'data', 'data_hash'), manifest.data_hash]);
    compare('engine', 'identity.json', ['engine', canonicalJson(at(identity, 'engine') ?? null), engine]);
  }
  if (identity && configBytes) {
    const config = sha256(utf8(canonicalJson(at(identity, subject) ?? null)));
    compare('config_hash', 'config.json', ['its SHA-256, the config_hash,', sha256(configBytes), config]);
    if (summary) compare('config_hash', 'summary.json', ['config_hash', summary['config_hash'], config]);
  }
  if (summary) {
    compare('run_hash', 'summary.json', [hashName, summary[hashName], manifest.run_hash]);
    compare('data_hash', 'summary.json', ['data_hash', summary['data_hash'], manifest.data_hash]);
  }
  return found;
}

const NAMES = { run: ['config', 'run_hash'], sweep: ['sweep', 'sweep_hash'] } as const;

type JsonObject = Readonly<Record<string, JsonValue>>;

/** The object in a JSON file; undefined where the file is missing or damaged, which its own hash tells. */
function objectIn(bytes: Uint8Array | undefined): JsonObject | undefined {
  try {
    const value = parseJson((bytes && decodeUtf8(bytes)) ?? '', { maxDepth: 1000 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

function at(object: JsonObject, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, key) => (value as JsonObject | null | undefined)?.[key], object);
}
