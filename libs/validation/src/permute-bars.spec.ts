import { describe, expect, test } from '@jest/globals';
import { type Candles, checkCandles, testCandles } from '@projecta/candles';
import { randomStream } from '@projecta/random';
import fc from 'fast-check';
import { barShapes } from './bar-shapes.js';
import { permuteBars } from './permute-bars.js';
import { rotateDirections } from './rotate-directions.js';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** TEST bars of a stretch, with a vwap inside each bar. */
function market(bars: number, first = 0): Candles {
  const candles = testCandles('1d', START + first * DAY, START + (first + bars) * DAY);
  return { ...candles, vwap: candles.low.map((low, t) => low + 0.375 * (candles.high[t]! - low)) };
}

/** E3 as it is written, on lists: the gaps, then the shapes, each by a shuffle of its own, Fisher–Yates from the end. */
function naivelyPermuted(candles: Candles, trial: number): number[][] {
  const stream = randomStream(7, 'permutation', trial);
  const rows = Array.from(candles.ts, (_, i) => ({
    gap: candles.open[i]! / (candles.close[i - 1] ?? NaN),
    shape: [candles.high, candles.low, candles.close, candles.vwap!].map((column) => column[i]! / candles.open[i]!),
    volume: candles.volume![i]!,
  })).slice(1);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const list = [...items];
    for (let i = list.length - 1; i >= 1; i--) {
      const j = stream.below(i + 1);
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
    return list;
  };
  const gaps = shuffled(rows.map(({ gap }) => gap));
  const shapes = shuffled(rows);
  const bar0 = [candles.open, candles.high, candles.low, candles.close, candles.volume!, candles.vwap!].map((column) => column[0]!);
  return gaps.reduce(
    (bars, gap, k) => {
      const open = bars.at(-1)![3]! * gap;
      const [high, low, close, vwap] = shapes[k]!.shape.map((ratio) => open * ratio);
      return [...bars, [open, high!, low!, close!, shapes[k]!.volume, vwap!]];
    },
    [bar0],
  );
}

const columns = ['open', 'high', 'low', 'close', 'volume', 'vwap'] as const;
const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
const gapsOf = ({ open, close }: Candles) => Array.from(open.subarray(1), (price, i) => price / close[i]!);

describe('E3: permuteBars', () => {
  test('is what the page says, bit for bit', () => {
    for (let trial = 0; trial < 20; trial++) {
      const candles = market(40, 40 * trial);
      const permuted = permuteBars(candles, randomStream(7, 'permutation', trial));
      expect(Array.from(candles.ts, (_, t) => columns.map((name) => permuted[name]![t]))).toEqual(naivelyPermuted(candles, trial));
    }
  });
  test('keeps the times and bar 0, and leaves what it is given alone', () => {
    const candles = market(30);
    const permuted = permuteBars(candles, randomStream(1, 'permutation', 0));
    expect(permuted.ts).toEqual(candles.ts);
    for (const name of columns) expect(permuted[name]![0]).toBe(candles[name]![0]);
    expect(permuted.close).not.toEqual(candles.close);
    expect(candles).toEqual(market(30));
  });
  test('has the same gaps and the same shapes, in other places', () => {
    const candles = market(200);
    const permuted = permuteBars(candles, randomStream(1, 'permutation', 5));
    const close = (a: number[], b: number[]) => a.forEach((value, i) => expect(Math.abs(value / b[i]! - 1)).toBeLessThan(1e-14));
    close(sorted(gapsOf(permuted)), sorted(gapsOf(candles)));
    for (const name of ['high', 'low', 'close', 'vwap'] as const) {
      const shape = (of: Candles) => sorted(of[name]!.map((price, t) => price / of.open[t]!));
      close(shape(permuted), shape(candles));
    }
    expect(sorted(permuted.volume!)).toEqual(sorted(candles.volume!));
    expect(Math.abs(permuted.close[199]! / candles.close[199]! - 1)).toBeLessThan(1e-11);
  });
  test('volume and vwap travel with the shape of their bar', () => {
    const candles = market(120);
    const permuted = permuteBars(candles, randomStream(3, 'permutation', 0));
    const shapeOf = (of: Candles, t: number) => [of.high[t]! / of.open[t]!, of.vwap![t]! / of.open[t]!];
    const byVolume = new Map(Array.from(candles.volume!, (volume, t) => [volume, t]));
    expect(byVolume.size).toBe(120);
    for (let t = 0; t < 120; t++) {
      const [high, vwap] = shapeOf(candles, byVolume.get(permuted.volume![t]!)!);
      expect(shapeOf(permuted, t)[0]).toBeCloseTo(high!, 13);
      expect(shapeOf(permuted, t)[1]).toBeCloseTo(vwap!, 13);
    }
  });
  test('gaps and shapes are shuffled each by itself', () => {
    const candles = market(120);
    const permuted = permuteBars(candles, randomStream(3, 'permutation', 0));
    const gapAt = new Map(gapsOf(candles).map((gap, i) => [gap.toPrecision(12), i + 1]));
    const volumeAt = new Map(Array.from(candles.volume!, (volume, t) => [volume, t]));
    const together = gapsOf(permuted).filter((gap, i) => gapAt.get(gap.toPrecision(12)) === volumeAt.get(permuted.volume![i + 1]!));
    expect(together.length).toBeLessThan(8);
  });
  test('the bars stay sound, whatever the market', () => {
    const price = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
    const bar = fc.record({
      open: price,
      close: price,
      above: fc.double({ min: 0, max: 2, noNaN: true }),
      below: fc.double({ min: 0, max: 0.9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 12 }), fc.nat(), (rows, trial) => {
        const candles: Candles = {
          ts: Float64Array.from(rows, (_, t) => t * DAY),
          open: Float64Array.from(rows, (row) => row.open),
          high: Float64Array.from(rows, (row) => Math.max(row.open, row.close) * (1 + row.above)),
          low: Float64Array.from(rows, (row) => Math.min(row.open, row.close) * (1 - row.below)),
          close: Float64Array.from(rows, (row) => row.close),
        };
        const permuted = permuteBars(candles, randomStream(0, 'permutation', trial));
        checkCandles(permuted, 'permuted');
        expect(Object.keys(permuted)).toEqual(Object.keys(candles));
      }),
    );
  });
  test('E1: bars before `from` stay where they are', () => {
    const candles = market(60);
    const permuted = permuteBars(candles, randomStream(2, 'permutation', 1), { from: 20 });
    for (const name of columns) {
      expect(permuted[name]!.subarray(0, 20)).toEqual(candles[name]!.subarray(0, 20));
      expect(permuted[name]!.subarray(20)).not.toEqual(candles[name]!.subarray(20));
    }
    expect(sorted(permuted.volume!.subarray(20))).toEqual(sorted(candles.volume!.subarray(20)));
  });
  test('shapes divided beforehand and memory used before change nothing', () => {
    const candles = market(80);
    const shapes = barShapes(candles);
    const used = Array.from({ length: 6 }, () => new Float64Array(80).fill(7));
    for (const from of [1, 30]) {
      let taken = 0;
      const permuted = permuteBars(candles, randomStream(4, 'permutation', from), { from, shapes, allocate: () => used[taken++]! });
      expect(permuted).toEqual(permuteBars(candles, randomStream(4, 'permutation', from), { from }));
      expect(taken).toBe(6);
    }
  });
  test('of one bar is that bar', () => expect(permuteBars(market(1), randomStream(0, 'permutation', 0))).toEqual(market(1)));
  test('depends on its stream only', () => {
    const permuted = (trial: number) => permuteBars(market(50), randomStream(9, 'permutation', trial));
    expect(permuted(3)).toEqual(permuted(3));
    expect(permuted(3).close).not.toEqual(permuted(4).close);
  });
});

describe('E3: rotateDirections', () => {
  test('d′_t = d_{(t−k) mod n}, k = 1 + below(n−1)', () => {
    for (let trial = 0; trial < 200; trial++) {
      const n = 2 + (trial % 9);
      const directions = Float64Array.from({ length: n }, (_, t) => t + 1);
      const k = 1 + randomStream(5, 'permutation', trial).below(n - 1);
      const rotated = rotateDirections(directions, randomStream(5, 'permutation', trial));
      expect([...rotated]).toEqual(Array.from({ length: n }, (_, t) => directions[(((t - k) % n) + n) % n]));
      expect(rotated).not.toEqual(directions);
    }
  });
  test('reaches every rotation but none', () => {
    const first = new Set(
      Array.from({ length: 300 }, (_, trial) => rotateDirections(Float64Array.of(0, 1, 2, 3, 4), randomStream(1, 'permutation', trial))[0]),
    );
    expect(first).toEqual(new Set([1, 2, 3, 4]));
  });
});
