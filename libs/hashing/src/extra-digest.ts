import { blake3 } from '@noble/hashes/blake3.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { sha3_256 } from '@noble/hashes/sha3.js';
import { toHex } from './to-hex.js';

/** The digests a manifest may carry beside sha256. */
export const EXTRA_DIGESTS = ['sha512', 'sha3-256', 'blake3'] as const;

export type ExtraDigest = (typeof EXTRA_DIGESTS)[number];

/** A second digest of bytes, in lower-case hexadecimal; identity never uses it. */
export function extraDigest(name: ExtraDigest, bytes: Uint8Array): string {
  return toHex(HASHES[name](bytes));
}

const HASHES: Readonly<Record<ExtraDigest, (bytes: Uint8Array) => Uint8Array>> = { sha512, 'sha3-256': sha3_256, blake3 };
