import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockSums, putTrial } from './block-sums.js';
import { cscv, logitsOf } from './cscv.js';
import { drive } from './drive.twin.js';
import { halfMasks } from './half-masks.js';
import { halfSharpes, NO_SHARPE } from './half-sharpes.js';
import { naiveCscv } from './naive-search.twin.js';
import { noiseColumns } from './noise.twin.js';

function cscvOf(columns: readonly Float64Array[], blocks: number, riskFreePerBar = 0) {
  const sums = blockSums({ bars: columns[0]!.length, blocks, trials: columns.length });
  columns.forEach((column, trial) => putTrial(sums, trial, column));
  return drive(cscv(sums, { riskFreePerBar }));
}

const lists = (columns: readonly Float64Array[]): number[][] => columns.map((column) => [...column]);
const blocksIn = (mask: number): string =>
  Array.from({ length: 24 }, (_, b) => b)
    .filter((b) => (mask >>> b) & 1)
    .join();

function expectNaive(columns: readonly Float64Array[], blocks: number, riskFree = 0): void {
  const found = cscvOf(columns, blocks, riskFree);
  const naive = naiveCscv(lists(columns), blocks, riskFree);
  expect(found.pbo).toBe(naive.pbo);
  expect(Array.from(found.ranks)).toEqual(Array.from(halfMasks(blocks), (mask) => naive.ranks.get(blocksIn(mask))));
}

describe('is what the page says, split by split', () => {
  test.each([2, 4, 6, 8, 10])('of noise in %i blocks', (blocks) => {
    for (const bars of [blocks, 41, 64]) expectNaive(noiseColumns({ trials: 7, bars: Math.max(bars, blocks), seed: bars }), blocks);
  });
  test('E9: the rows that the blocks do not divide go to the last block', () => {
    const columns = noiseColumns({ trials: 5, bars: 43 });
    expectNaive(columns, 8);
    const sums = blockSums({ bars: 43, blocks: 8, trials: 1 });
    expect([...sums.starts]).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 43]);
  });
  test('with a risk-free rate', () => expectNaive(noiseColumns({ trials: 6, bars: 60, mean: 0.3 }), 6, 0.25));
  test('of returns far from 0, where squares lose digits', () => {
    const columns = noiseColumns({ trials: 6, bars: 60 }).map((column) => column.map((x) => 1000 + x));
    expectNaive(columns, 6);
    expectNaive(columns, 6, 1000);
  });
  test('E9, E11: of returns with ties, columns without any, and columns that are scaled copies', () => {
    const tick = fc.integer({ min: -2, max: 2 }).map((x) => x / 64); // sums are exact: a mean of 0 is no noise
    const column = fc.oneof(
      { weight: 4, arbitrary: fc.array(tick, { minLength: 16, maxLength: 16 }) },
      { weight: 1, arbitrary: tick.map((x) => Array<number>(16).fill(x)) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 15 }).map((at) => Array.from({ length: 16 }, (_, t) => (t === at ? 0.0137 : 0))) },
    );
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), fc.constantFrom(1, 3, 0.5), (rows, scale) => {
        const columns = [...rows, rows[0]!.map((x) => scale * x)].map((row) => Float64Array.from(row));
        expectNaive(columns, 4);
        expectNaive(columns, 8);
      }),
      { numRuns: 150 },
    );
  });
});

describe('known answers', () => {
  test('E9: one grid point gives PBO 1', () => expect(cscvOf(noiseColumns({ trials: 1, bars: 32 }), 8).pbo).toBe(1));
  test('§9: of demeaned columns it is 1 (T divisible by S, N >= 10)', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const columns = noiseColumns({ trials: 10 + seed, bars: 80, seed });
      const demeaned = columns.map((column) => column.map((x) => x - column.reduce((sum, one) => sum + one, 0) / column.length));
      expect(cscvOf(demeaned, 8).pbo).toBe(1);
    }
  });
  test('a trial that is always the best is never overfitted', () => {
    const columns = noiseColumns({ trials: 9, bars: 96 });
    columns[4] = columns[4]!.map((x) => 20 + x);
    const { pbo, ranks } = cscvOf(columns, 8);
    expect(pbo).toBe(0);
    expect(new Set(ranks)).toEqual(new Set([9]));
  });
  test('E9: where no trial has a Sharpe ratio the first is taken, and ties share their rank', () => {
    const { pbo, ranks } = cscvOf(
      Array.from({ length: 3 }, () => new Float64Array(16)),
      4,
    );
    expect(new Set(ranks)).toEqual(new Set([2]));
    expect(pbo).toBe(1);
  });
  test('λ = ln(ω/(1 − ω)), ω = rank/(N + 1)', () => {
    expect([...logitsOf(Float64Array.of(1, 2, 3), 3)]).toEqual([Math.log(1 / 3), 0, Math.log(3)]);
  });
});

test('halfMasks are all choices of half the blocks, and mirror', () => {
  for (const [blocks, count] of [
    [2, 2],
    [4, 6],
    [10, 252],
    [16, 12870],
  ] as const) {
    const masks = halfMasks(blocks);
    expect(masks.length).toBe(count);
    expect(masks.every((mask, i) => i === 0 || mask > masks[i - 1]!)).toBe(true);
    expect(masks.every((mask, i) => mask + masks[count - 1 - i]! === 2 ** blocks - 1)).toBe(true);
  }
  expect(halfMasks(24).length).toBe(2_704_156);
});
test('gains that hardly differ never look like losses, whatever rounding makes of their variance', () => {
  const trials = 40;
  const sums = blockSums({ bars: 64, blocks: 4, trials });
  for (let trial = 0; trial < trials; trial++) {
    const nearly = (t: number): number => 0.1 + 0.01 * trial + (t % 3) * 2e-10;
    putTrial(
      sums,
      trial,
      Float64Array.from({ length: 64 }, (_, t) => (t < 32 ? nearly(t) : t % 2 === 0 ? 9 : -5)),
    );
  }
  const out = new Float64Array(trials);
  halfSharpes(sums, 0)(0b0011, out);
  expect(out.filter((square) => square < 0 && square !== NO_SHARPE)).toEqual(new Float64Array(0));
  expect(out).toContain(NO_SHARPE);
});
test('24 blocks, three groups of subset sums, give the Sharpe ratios of 8 where each three are one', () => {
  const columns = noiseColumns({ trials: 3, bars: 48 });
  const sharpesIn = (blocks: number) => {
    const sums = blockSums({ bars: 48, blocks, trials: 3 });
    columns.forEach((column, trial) => putTrial(sums, trial, column));
    const sharpes = halfSharpes(sums, 0);
    return (mask: number): number[] => {
      const out = new Float64Array(3);
      expect(sharpes(mask, out)).toBe(Math.max(...out));
      return [...out];
    };
  };
  const fine = sharpesIn(24);
  const coarse = sharpesIn(8);
  for (const mask of halfMasks(8)) {
    let wide = 0;
    for (let b = 0; b < 8; b++) if ((mask >>> b) & 1) wide |= 7 << (3 * b);
    fine(wide).forEach((sharpe, trial) => expect(sharpe).toBeCloseTo(coarse(mask)[trial]!, 12));
  }
});
test('rests often enough to be stopped', () => {
  const sums = blockSums({ bars: 24, blocks: 12, trials: 500 });
  noiseColumns({ trials: 500, bars: 24 }).forEach((column, trial) => putTrial(sums, trial, column));
  expect([...cscv(sums)].length).toBeGreaterThanOrEqual(2);
});
