import { canonicalJson } from './canonical-json.js';
import { sha256Hex, type Sha256 } from './sha256.js';
import { utf8 } from './utf8.js';

/** SHA-256 of a value's canonical JSON, in hexadecimal: the identity of configs, presets and manifests. */
export function jsonSha256(value: unknown, sha256: Sha256 = sha256Hex): string {
  return sha256(utf8(canonicalJson(value)));
}
