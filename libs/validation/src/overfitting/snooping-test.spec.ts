import { describe, expect, test } from '@jest/globals';
import { randomStream } from '@projecta/random';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { drive } from './drive.twin.js';
import { longRunDeviation } from './long-run-deviation.js';
import { naiveDeviation, naiveSnooping } from './naive-search.twin.js';
import { noiseColumns } from './noise.twin.js';
import { enterTrials, snoopingAnswer, type SnoopingOptions, snoopingTest } from './snooping-test.js';

interface Maxima {
  readonly maxima: readonly number[];
  readonly p: number;
}
interface Vector {
  readonly seed: number;
  readonly samples: number;
  readonly block_length: number;
  readonly columns: readonly (readonly number[])[];
  readonly omega: readonly number[];
  readonly white: Maxima & { readonly observed: number };
  readonly spa: { readonly observed: number; readonly lower: Maxima; readonly consistent: Maxima; readonly upper: Maxima };
}
const { cases } = readVectors<{ cases: Vector[] }>(import.meta.url, 'snooping.json');

function tested(columns: readonly Float64Array[], options: Omit<SnoopingOptions, 'bars'>) {
  const test = snoopingTest({ ...options, bars: columns[0]!.length });
  drive(enterTrials(test, columns));
  return test;
}

/** The stationary bootstrap's bars as the page draws them. */
function resamples({ seed, samples, blockLength }: Omit<SnoopingOptions, 'bars'>, n: number): number[][] {
  return Array.from({ length: samples }, (_, sample) => {
    const stream = randomStream(seed, 'overfitting', sample);
    const bars = [stream.below(n)];
    while (bars.length < n) bars.push(stream.next() < Math.floor(2 ** 32 / blockLength) ? stream.below(n) : (bars.at(-1)! + 1) % n);
    return bars;
  });
}

const near = (a: number, b: number, scale = 1): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-11 * Math.max(Math.abs(b), scale));

describe.each(cases.map((one) => [one.block_length, one] as const))('arch, block length %d', (_, vector) => {
  const columns = vector.columns.map((column) => Float64Array.from(column));
  const { seed, samples, block_length: blockLength, white, spa } = vector;
  test('gives the same kernel deviation', () => {
    columns.forEach((column, i) => near(longRunDeviation(column, blockLength), vector.omega[i]!, 0));
  });
  test('gives the same maxima and p-values', () => {
    const found = tested(columns, { seed, samples, blockLength });
    near(found.observed.white, white.observed, 0);
    near(found.observed.spa, spa.observed, 0);
    white.maxima.forEach((value, sample) => near(found.white[sample]!, value));
    spa.lower.maxima.forEach((value, sample) => near(found.spaLower[sample]!, value));
    spa.consistent.maxima.forEach((value, sample) => near(found.spa[sample]!, value));
    spa.upper.maxima.forEach((value, sample) => near(found.spaUpper[sample]!, value));
    expect(snoopingAnswer(found)).toEqual({
      reality_check_p: white.p,
      spa_p: spa.consistent.p,
      spa_p_lower: spa.lower.p,
      spa_p_upper: spa.upper.p,
    });
  });
});

describe('longRunDeviation', () => {
  test('in one pass back is the sum over lags', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.double({ min: 1, max: 30, noNaN: true }),
        (values, length) => near(longRunDeviation(Float64Array.from(values), length) ** 2, naiveDeviation(values, length) ** 2, 1),
      ),
    );
  });
  test('of blocks of 1 is the population deviation', () => near(longRunDeviation(Float64Array.of(1, 2, 4, 5), 1), Math.sqrt(2.5), 0));
  test('is the deviation of √n·mean over stationary resamples', () => {
    const [column] = noiseColumns({ trials: 1, bars: 60 });
    const options = { seed: 3, samples: 4000, blockLength: 5 };
    const { white } = tested([column!], options); // √n·(mean* − mean)
    const spread = Math.sqrt(white.reduce((sum, x) => sum + x * x, 0) / white.length);
    expect(Math.abs(spread / longRunDeviation(column!, 5) - 1)).toBeLessThan(4 * Math.sqrt(1 / 8000));
  });
});

describe('reality check and SPA', () => {
  const options = { seed: 5, samples: 25, blockLength: 2.5 };
  const expectNaive = (columns: readonly Float64Array[], of = options): void => {
    const naive = naiveSnooping(
      columns.map((column) => [...column]),
      resamples(of, columns[0]!.length),
      of.blockLength,
    );
    expect(snoopingAnswer(tested(columns, of))).toEqual({
      reality_check_p: naive.white,
      spa_p: naive.consistent,
      spa_p_lower: naive.lower,
      spa_p_upper: naive.upper,
    });
  };
  test('E9: are what the page says, whatever the trials', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 6 }), (seed, bars, trials) => {
        const columns = noiseColumns({ trials, bars, seed }).map((column, i) => column.map((x) => 0.01 * (x + 0.4 - 0.6 * i)));
        expectNaive(columns, { ...options, seed });
      }),
      { numRuns: 60 },
    );
  });
  test('E9: are null when every excess column is constant', () => {
    const nothing = { reality_check_p: null, spa_p: null, spa_p_lower: null, spa_p_upper: null };
    expect(snoopingAnswer(tested([new Float64Array(20), new Float64Array(20).fill(0.1)], options))).toEqual(nothing);
    expectNaive([new Float64Array(20), ...noiseColumns({ trials: 2, bars: 20 })]);
  });
  test('E9: Hansen’s maxima are floored at 0: a search that lost everywhere has p = 1', () => {
    const columns = noiseColumns({ trials: 3, bars: 50 }).map((column) => column.map((x) => x - 3));
    expect(snoopingAnswer(tested(columns, options))).toMatchObject({ spa_p: 1, spa_p_lower: 1, spa_p_upper: 1 });
  });
  test('E9: one set of resamples serves all trials, in however many calls they come', () => {
    const columns = noiseColumns({ trials: 5, bars: 40 });
    const one = snoopingTest({ ...options, bars: 40 });
    for (const column of columns) drive(enterTrials(one, [column]));
    expect(one).toEqual(tested(columns, options));
  });
  test('E9: lower <= consistent <= upper', () => {
    for (let seed = 1; seed < 30; seed++) {
      const columns = noiseColumns({ trials: 6, bars: 60, seed }).map((column, i) => column.map((x) => x + 0.3 - 0.3 * i));
      const { spa_p, spa_p_lower, spa_p_upper } = snoopingAnswer(tested(columns, { ...options, seed }));
      expect(spa_p_lower! <= spa_p! && spa_p! <= spa_p_upper!).toBe(true);
    }
  });
  test('E11: a bootstrap maximum that ties with the observed counts', () => {
    // one trial of two values on two bars: a resample takes each bar once, or one of them twice
    const found = tested([Float64Array.of(0.3, 0.1)], { seed: 1, samples: 200, blockLength: 1 });
    const counted = [...found.white].filter((x) => x >= found.observed.white * (1 - 1e-9)).length;
    expect(counted).toBe(0); // means are 0.1 … 0.3, less 0.2, never 0.2
    const doubled = tested([Float64Array.of(0.4, 0)], { seed: 1, samples: 200, blockLength: 1 });
    const tied = [...doubled.white].filter((x) => Math.abs(x - Math.sqrt(2) * 0.2) < 1e-12).length;
    expect(tied).toBeGreaterThan(20);
    expect(snoopingAnswer(doubled).reality_check_p).toBe((1 + tied) / 201);
  });
});
