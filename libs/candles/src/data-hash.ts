import { hashColumns, type Sha256Stream } from '@projecta/hashing';
import type { Candles } from './candles.js';

const VOLUME = 1;
const VWAP = 2;

/**
 * Identity of candles, whatever file format they came in: SHA-256 of the line `projecta-candles-1\n`, n as u64 little-endian, one byte of flags
 * (1 volume, 2 vwap), then ts, open, high, low, close and the columns present as little-endian float64.
 * `start` begins the hash: the pure one, or the faster one of `@projecta/hashing/node`.
 */
export function dataHash(candles: Candles, start?: () => Sha256Stream): string {
  const { ts, open, high, low, close, volume, vwap } = candles;
  const columns = [ts, open, high, low, close, volume, vwap].filter((column) => column !== undefined);
  const flags = (volume ? VOLUME : 0) + (vwap ? VWAP : 0);
  return hashColumns({ tag: 'projecta-candles-1', length: ts.length, flags, columns }, start);
}
