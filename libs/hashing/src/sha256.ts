import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from './to-hex.js';

/** SHA-256 of bytes in lower-case hexadecimal: what the pure door and the Node door both give. */
export type Sha256 = (bytes: Uint8Array) => string;

/** A SHA-256 that takes its bytes piece by piece. */
export interface Sha256Stream {
  /** Takes more bytes; returns itself. */
  update(bytes: Uint8Array): Sha256Stream;
  /** The digest of all bytes so far, in hexadecimal; the stream goes on. */
  digestHex(): string;
}

/** SHA-256 (FIPS 180-4) of bytes in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}

/** SHA-256 of bytes: 32 bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** Starts a SHA-256 over bytes that come piece by piece. */
export function sha256Stream(): Sha256Stream {
  const hash = sha256.create();
  const stream: Sha256Stream = {
    update(bytes) {
      hash.update(bytes);
      return stream;
    },
    digestHex: () => toHex(hash.clone().digest()),
  };
  return stream;
}
