import { describe, expect, test } from '@jest/globals';
import { effectiveTrials } from './effective-trials.js';

describe('the effective number of trials', () => {
  test('of none does not exist, of one is one', () => {
    expect(effectiveTrials({ with_sharpe: 0, dispersion: null })).toBeNull();
    expect(effectiveTrials({ with_sharpe: 1, dispersion: null })).toBe(1);
  });
  test('of trials that are the same is one, and never more than there are', () => {
    expect(effectiveTrials({ with_sharpe: 500, dispersion: 0 })).toBe(1);
    expect(effectiveTrials({ with_sharpe: 500, dispersion: 3 })).toBe(500);
  });
  test.each([0, 0.3, 0.6, 0.9, 1])('of 40 trials without an edge, with a correlation of %d, averages ρ + (1 − ρ)·N', (correlation) => {
    const normal = normals(7);
    const found = Array.from({ length: 30 }, () => effectiveTrials(trialsOf({ trials: 40, returns: 100, correlation, edge: 0 }, normal))!);
    const average = found.reduce((sum, one) => sum + one, 0) / found.length;
    const expected = correlation + (1 - correlation) * 40;
    expect(Math.abs(average - expected)).toBeLessThan(0.12 * expected); // cut off at N, it falls short of it by a tenth for 40
  });
  test('of trials with an edge in common is the same, of trials whose edges differ is larger', () => {
    const effective = (edge: number, edges = 0): number => {
      const counts = trialsOf({ trials: 40, returns: 100, correlation: 0.8, edge, edges }, normals(11));
      return effectiveTrials(counts)!;
    };
    expect(Math.abs(effective(0.2) - effective(0))).toBeLessThan(0.15 * effective(0));
    expect(effective(0, 0.3)).toBeGreaterThan(2 * effective(0));
  });
});

interface Trials {
  readonly trials: number;
  readonly returns: number;
  /** Of the returns of any two. */
  readonly correlation: number;
  /** True Sharpe per bar of all, and how far that of the last lies above that of the first. */
  readonly edge: number;
  readonly edges?: number;
}

function trialsOf({ trials, returns, correlation, edge, edges = 0 }: Trials, normal: () => number) {
  const common = Float64Array.from({ length: returns }, normal);
  const scaled = Array.from({ length: trials }, (_, i) => {
    const drift = edge + (edges * i) / (trials - 1);
    const own = common.map((shared) => drift + Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * normal());
    const { mean, variance } = momentsOf(own);
    return (mean / Math.sqrt(variance)) * Math.sqrt(returns);
  });
  return { with_sharpe: trials, dispersion: momentsOf(Float64Array.from(scaled)).variance };
}

function momentsOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1) };
}

/** Nearly normal numbers: sums of twelve uniform ones of a small generator, less 6. */
function normals(seed: number): () => number {
  let state = seed;
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      sum += state / 4_294_967_296;
    }
    return sum;
  };
}
