import { describe, expect, test } from '@jest/globals';
import { randomStream } from '@projecta/random';
import { readVectors } from '@projecta/testing';
import { type Blocks, blocksFor } from './blocks.js';
import { circularBlocks } from './circular-blocks.js';
import { naiveIndices } from './naive.twin.js';
import { stationaryBlocks } from './stationary-blocks.js';

interface Vector {
  readonly seed: number;
  readonly trial: number;
  readonly n: number;
  readonly block_length: number;
  readonly indices: number[];
}

const { stationary_samples: vectors } = readVectors<{ stationary_samples: Vector[] }>(import.meta.url, 'resampling.json');

function indicesOf({ count, start, length }: Blocks, n: number): number[] {
  return Array.from({ length: count }, (_, b) => Array.from({ length: length[b]! }, (_, k) => (start[b]! + k) % n)).flat();
}

function drawn(draw: typeof stationaryBlocks, { seed = 42, trial = 0, n = 30, blockLength = 4 }): number[] {
  const blocks = blocksFor(n);
  draw(randomStream(seed, 'block_bootstrap', trial), n, blockLength, blocks);
  return indicesOf(blocks, n);
}

const SHAPES = [1, 2, 3, 10, 57].flatMap((n) => [1, 2, 5, 7, 100].map((blockLength) => ({ n, blockLength })));

describe('§9: a stationary sample', () => {
  test.each(vectors)('of seed $seed, trial $trial, blocks of $block_length is arch’s from the same draws', (vector) => {
    expect(drawn(stationaryBlocks, { ...vector, blockLength: vector.block_length })).toEqual(vector.indices);
  });
  test('is the naive one’s, position by position', () => {
    for (const { n, blockLength } of [...SHAPES, { n: 40, blockLength: 1.5 }, { n: 40, blockLength: 6.28 }]) {
      for (let trial = 0; trial < 20; trial++) {
        const expected = naiveIndices('stationary', { seed: 1, trial, n, blockLength });
        expect(drawn(stationaryBlocks, { seed: 1, trial, n, blockLength })).toEqual(expected);
      }
    }
  });
  test('has blocks of the mean length asked for, but for chance and the sample’s end', () => {
    const n = 5000;
    const blocks = blocksFor(n);
    let count = 0;
    for (let trial = 0; trial < 40; trial++) {
      stationaryBlocks(randomStream(3, 'block_bootstrap', trial), n, 7.75, blocks);
      count += blocks.count;
    }
    const expected = 40 * (1 + (n - 1) / 7.75);
    expect(Math.abs(count - expected)).toBeLessThan(4.5 * Math.sqrt((40 * n) / 7.75));
  });
  test('of blocks longer than 2^32 is one block around the end', () => {
    const [first, ...rest] = drawn(stationaryBlocks, { n: 20, blockLength: 1e10 });
    expect(rest).toEqual(Array.from({ length: 19 }, (_, k) => (first! + 1 + k) % 20));
  });
  test('of nothing is nothing', () => {
    expect(drawn(stationaryBlocks, { n: 0 })).toEqual([]);
    expect(drawn(circularBlocks, { n: 0 })).toEqual([]);
  });
  test('Politis & Romano: its mean varies as the autocovariances say it must', () => {
    const n = 60;
    const x = Array.from({ length: n }, (_, t) => Math.sin(t / 5) + (t % 7) / 10);
    const mean = x.reduce((sum, value) => sum + value, 0) / n;
    const covariance = (k: number) => x.reduce((sum, value, t) => sum + (value - mean) * (x[(t + k) % n]! - mean), 0) / n; // circular
    const p = 1 / 6;
    const weight = (k: number) => (1 - k / n) * (1 - p) ** k;
    const variance =
      Array.from({ length: n - 1 }, (_, i) => 2 * weight(i + 1) * covariance(i + 1)).reduce((a, b) => a + b, covariance(0)) / n;
    const blocks = blocksFor(n);
    const twice = [...x, ...x];
    const means = Array.from({ length: 8000 }, (_, trial) => {
      stationaryBlocks(randomStream(8, 'block_bootstrap', trial), n, 6, blocks);
      let sum = 0;
      for (let b = 0; b < blocks.count; b++) for (let k = 0; k < blocks.length[b]!; k++) sum += twice[blocks.start[b]! + k]!;
      return sum / n;
    });
    const found = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length;
    expect(Math.abs(found / variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / 8000));
  });
});

describe('§9: a circular sample', () => {
  test('is the naive one’s: blocks of L from below(n), the last cut short', () => {
    for (const { n, blockLength } of SHAPES) {
      for (let trial = 0; trial < 20; trial++) {
        const expected = naiveIndices('circular', { seed: 2, trial, n, blockLength });
        expect(drawn(circularBlocks, { seed: 2, trial, n, blockLength })).toEqual(expected);
      }
    }
  });
  test('of blocks of 1 is the i.i.d. one: one below(n) a position', () => {
    const expected = naiveIndices('iid', { seed: 2, trial: 5, n: 33, blockLength: 9 });
    expect(drawn(circularBlocks, { seed: 2, trial: 5, n: 33, blockLength: 1 })).toEqual(expected);
  });
  test('takes every value equally often', () => {
    const counts = new Float64Array(11);
    for (let trial = 0; trial < 4000; trial++)
      for (const index of drawn(circularBlocks, { trial, n: 11, blockLength: 4 })) counts[index]!++;
    for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(4.5 * Math.sqrt(4000 * 4));
  });
});
