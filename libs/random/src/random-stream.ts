import { ProjectaError, quote } from '@projecta/errors';
import { canonicalJson, sha256Hex, utf8 } from '@projecta/hashing';
import { xoshiro128, type RandomStream } from './xoshiro128.js';

/**
 * The generator of one trial of one purpose: its draws depend only on the three arguments, never on who draws or when.
 * State: the first 16 bytes of SHA-256 of the canonical JSON of [seed, purpose, trial], as four little-endian words.
 * seed and trial are integers 0 … 2^53 − 1.
 */
export function randomStream(seed: number, purpose: string, trial: number): RandomStream {
  checkInteger('seed', seed);
  checkInteger('trial', trial);
  const hex = sha256Hex(utf8(canonicalJson([seed, purpose, trial])));
  return xoshiro128([wordAt(hex, 0), wordAt(hex, 8), wordAt(hex, 16), wordAt(hex, 24)]);
}

/** Four bytes in hexadecimal, least significant first. */
function wordAt(hex: string, at: number): number {
  const byte = (k: number): number => parseInt(hex.slice(at + 2 * k, at + 2 * k + 2), 16);
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}

function checkInteger(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new ProjectaError('OUT_OF_RANGE', `The ${name} is ${quote(value)}; it must be an integer from 0 to 2^53 − 1.`);
}
