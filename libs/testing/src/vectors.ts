import { readFileSync } from 'node:fs';

/** Reads `../vectors/NAME` beside the spec's `src` folder (or `../../vectors/NAME` from one folder deeper). `from` is the spec's import.meta.url. */
export function readVectors<T>(from: string, name: string): T {
  const library = from.slice(0, from.lastIndexOf('/src/'));
  return JSON.parse(readFileSync(new URL(`${library}/vectors/${name}`), 'utf8')) as T;
}
