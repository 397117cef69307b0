/** How many numbers a SHA-256 is packed into. */
export const HASH_WORDS = 8;

/** Writes a SHA-256 in hexadecimal as eight unsigned words, each exact in a double. */
export function packHash(hash: string, into: Float64Array, at: number): void {
  for (let word = 0; word < HASH_WORDS; word++) into[at + word] = Number.parseInt(hash.slice(8 * word, 8 * word + 8), 16);
}

/** The SHA-256 that was packed, in hexadecimal. */
export function unpackHash(from: ArrayLike<number>, at: number): string {
  let hash = '';
  for (let word = 0; word < HASH_WORDS; word++) hash += from[at + word]!.toString(16).padStart(8, '0');
  return hash;
}
