import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { naiveBlockLength } from './naive.twin.js';
import { politisWhite } from './politis-white.js';

interface Vector {
  readonly name: string;
  readonly series: number[];
  readonly stationary: number;
  readonly circular: number;
  readonly arch_stationary: number;
  readonly arch_circular: number;
}

const { block_lengths: vectors } = readVectors<{ block_lengths: Vector[] }>(import.meta.url, 'resampling.json');
const of = (series: number[], method: 'stationary' | 'circular' = 'stationary') => politisWhite(Float64Array.from(series), method);

describe('E5: the block length of Politis & White', () => {
  test.each(vectors)('of a series that is $name is what numpy makes of the paper', ({ series, stationary, circular }) => {
    expect(Math.abs(of(series) / stationary - 1)).toBeLessThan(1e-9);
    expect(of(series, 'circular')).toBe(Math.floor(circular + 0.5));
  });
  test('is arch’s where arch’s count of lags is the paper’s: no lag significant, or as many lags as are looked at', () => {
    const same = vectors.filter(({ name }) => ['fat tails', 'very persistent', 'wave', 'mostly flat', 'noise'].includes(name));
    expect(same.length).toBe(5);
    for (const { series, arch_stationary } of same) expect(Math.abs(of(series) / Math.max(1, arch_stationary) - 1)).toBeLessThan(1e-9);
  });
  test('is the naive one’s on random series of every length', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    const series = fc
      .record({ noise: fc.array(value, { minLength: 3, maxLength: 90 }), memory: fc.constantFrom(0, 0.5, 0.9, -0.7, 1) })
      .map(({ noise, memory }) => noise.reduce<number[]>((all, x) => [...all, memory * (all.at(-1) ?? 0) + x], []));
    fc.assert(
      fc.property(series, (x) => {
        fc.pre(Math.max(...x) - Math.min(...x) > 1e-6);
        const naive = naiveBlockLength(x, 'stationary');
        expect(Math.abs(of(x) / naive - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 400, seed: 2009 },
    );
  });
  test('is clamped to 1 and to ceil(min(3·sqrt N, N/3))', () => {
    const noise = vectors.find(({ name }) => name === 'noise')!.series;
    expect(of(noise)).toBe(1);
    const wave = (n: number, slow: number) => Array.from({ length: n }, (_, t) => Math.sin(t / slow));
    expect(of(wave(120, 4))).toBe(33); // 3·sqrt(120), rounded up
    expect(of(wave(20, 2))).toBe(7); // 20/3, rounded up
  });
  test('of a series that does not vary is 1', () => {
    for (const series of [[], [0.1], [0, 0, 0], Array<number>(50).fill(0.01)]) {
      expect(of(series)).toBe(1);
      expect(of(series, 'circular')).toBe(1);
    }
  });
  test('does not depend on where the series lies or how large it is', () => {
    const { series } = vectors.find(({ name }) => name === 'persistent')!;
    const moved = series.map((x) => 1000 * x + 3);
    expect(Math.abs(of(moved) / of(series) - 1)).toBeLessThan(1e-9);
  });
});

test('E4: auto is real and at least 1 for the stationary bootstrap, floor(b + 0.5) for the circular one', () => {
  for (const { series, circular } of vectors) {
    expect(of(series)).toBeGreaterThanOrEqual(1);
    expect(of(series, 'circular')).toBe(Math.floor(circular + 0.5));
  }
  expect(vectors.some(({ series }) => !Number.isInteger(of(series)))).toBe(true);
});
