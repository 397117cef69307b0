import { ProjectaError, quote } from '@projecta/errors';
import { canonicalJson, sha256Bytes, utf8 } from '@projecta/hashing';
import { xoshiro128, type RandomStream } from './xoshiro128.js';

/**
 * The generator of one trial of one purpose: its draws depend only on the three arguments, never on who draws or when.
 * State: the first 16 bytes of SHA-256 of the canonical JSON of [seed, purpose, trial], as four little-endian words.
 * seed and trial are integers 0 … 2^53 − 1.
 */
export function randomStream(seed: number, purpose: string, trial: number): RandomStream {
  checkInteger('seed', seed);
  checkInteger('trial', trial);
  const digest = sha256Bytes(utf8(canonicalJson([seed, purpose, trial])));
  return xoshiro128([wordAt(digest, 0), wordAt(digest, 4), wordAt(digest, 8), wordAt(digest, 12)]);
}

/** Four bytes, least significant first. */
function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function checkInteger(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new ProjectaError('OUT_OF_RANGE', `The ${name} is ${quote(value)}; it must be an integer from 0 to 2^53 − 1.`);
}
