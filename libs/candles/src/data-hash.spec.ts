import { describe, expect, test } from '@jest/globals';
import { sha256Stream } from '@projecta/hashing';
import { readVectors } from '@projecta/testing';
import type { Candles } from './candles.js';
import { dataHash } from './data-hash.js';
import { sliceCandles } from './slice-candles.js';
import { testCandles } from './test-candles.js';

interface Vectors {
  readonly cases: readonly { readonly columns: Readonly<Record<string, readonly number[]>>; readonly data_hash: string }[];
}

const { cases } = readVectors<Vectors>(import.meta.url, 'data-hash.json');
const candlesOf = (columns: Readonly<Record<string, readonly number[]>>): Candles =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)])) as unknown as Candles;

describe('dataHash', () => {
  test('F1: tag, n as u64, flags, columns as little-endian float64: equal to hashlib over struct', () => {
    expect(cases).toHaveLength(5);
    for (const { columns, data_hash } of cases) expect(dataHash(candlesOf(columns))).toBe(data_hash);
  });
  test('the order of keys and the offset of a view change nothing; a bit of a value, volume or vwap does', () => {
    const candles = testCandles('1h', 0, 100 * 3_600_000);
    const copy = testCandles('1h', 20 * 3_600_000, 50 * 3_600_000);
    const view = sliceCandles(candles, 20 * 3_600_000, 50 * 3_600_000);
    const { ts, open, high, low, close, volume } = copy;
    expect(dataHash(view)).toBe(dataHash({ close, low, high, open, ts, volume: volume! }));
    const without = dataHash({ ts, open, high, low, close });
    expect(new Set([dataHash(copy), without, dataHash({ ts, open, high, low, close, vwap: volume! })]).size).toBe(3);
    high[3] = high[3]! * (1 + 2 ** -52);
    expect(dataHash(copy)).not.toBe(dataHash(view));
  });
  test('a hasher that is handed in does the hashing', () => {
    let bytes = 0;
    const counting = (): ReturnType<typeof sha256Stream> => {
      const inner = sha256Stream();
      const outer = {
        update: (more: Uint8Array) => ((bytes += more.length), inner.update(more), outer),
        digestHex: () => inner.digestHex(),
      };
      return outer;
    };
    const candles = candlesOf(cases[3]!.columns);
    expect(dataHash(candles, counting)).toBe(cases[3]!.data_hash);
    expect(bytes).toBe('projecta-candles-1\n'.length + 8 + 1 + 7 * 3 * 8);
  });
});
