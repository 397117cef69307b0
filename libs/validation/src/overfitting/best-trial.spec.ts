import { describe, expect, test } from '@jest/globals';
import { bestOf, bestTrial } from './best-trial.js';
import { noiseColumns } from './noise.twin.js';
import { sidak } from './sidak.js';
import { trialShape } from './trial-shape.js';

describe('the best trial, deflated', () => {
  test('§9: DSR(annual SR 2.5, T 1250, variance of annual SRs 1/2, N 100, skew −3, kurtosis 10) = 0.900397', () => {
    const perBar = (annual: number): number => annual / Math.sqrt(250);
    // 100 Sharpe ratios of sample variance 1/2: 99 around 0, one the best
    const spread = Math.sqrt((99 * 0.5) / 100);
    const sharpes = Float64Array.from({ length: 100 }, (_, i) => perBar(i % 2 ? spread : -spread));
    const shape = { n: 1250, mean: 0, sharpe: perBar(2.5), skew: -3, kurtosis: 10 };
    const { dsr, best_sharpe } = bestTrial(sharpes, shape);
    expect(dsr).toBeCloseTo(0.900397, 6);
    expect(best_sharpe).toBe(perBar(2.5));
  });
  test('E9: N and V are over the trials whose Sharpe exists', () => {
    const shape = { n: 100, mean: 0, sharpe: 0.2, skew: 0, kurtosis: 3 };
    const all = bestTrial(Float64Array.of(0.2, -0.1, 0.05), shape);
    expect(bestTrial(Float64Array.of(NaN, 0.2, -0.1, NaN, 0.05), shape)).toEqual(all);
    expect(bestTrial(Float64Array.of(0.2, -0.1), shape)).not.toEqual(all);
  });
  test('E9: without any Sharpe the best is the first grid point, and dsr and sidak_p are null', () => {
    expect(bestOf(Float64Array.of(NaN, NaN))).toBe(0);
    const nothing = { best_sharpe: null, expected_maximum_sharpe: null, dsr: null, sidak_p: null };
    expect(bestTrial(Float64Array.of(NaN, NaN), trialShape(new Float64Array(9)))).toEqual(nothing);
  });
  test('E11: the best is the first value that ties with the largest', () => {
    expect(bestOf(Float64Array.of(0.1, 0.3 - 1e-11, 0.3, NaN))).toBe(1);
    expect(bestOf(Float64Array.of(NaN, 0.1, 0.3))).toBe(2);
  });
  test('one trial is held against 0: DSR is its PSR', () => {
    const { dsr, sidak_p, expected_maximum_sharpe } = bestTrial(Float64Array.of(0.1), {
      n: 50,
      mean: 0,
      sharpe: 0.1,
      skew: 0,
      kurtosis: 3,
    });
    expect(expected_maximum_sharpe).toBe(0);
    expect(dsr! + sidak_p!).toBeCloseTo(1, 15);
  });
});

describe('Šidák', () => {
  test('E9: p = 1 − PSR(0)^N', () => {
    expect(sidak(0.95, 1)).toBeCloseTo(0.05, 15);
    expect(sidak(0.95, 20)).toBeCloseTo(1 - Math.pow(0.95, 20), 14);
    expect(sidak(0, 3)).toBe(1);
    expect(sidak(1, 3)).toBe(0);
  });
  test('keeps the digits of a small p', () => {
    const tiny = 2 ** -40;
    expect(sidak(1 - tiny, 3) / (3 * tiny)).toBeCloseTo(1, 11);
  });
});

describe('trialShape', () => {
  test('is the per-bar Sharpe, and the population moments, kurtosis not in excess', () => {
    const { sharpe, skew, kurtosis, n, mean } = trialShape(Float64Array.of(0, 0, 0, 4));
    expect([sharpe, skew, kurtosis, n, mean]).toEqual([0.5, expect.closeTo(2 / Math.sqrt(3), 14), expect.closeTo(7 / 3, 14), 4, 1]);
    const [normal] = noiseColumns({ trials: 1, bars: 20_000 });
    expect(Math.abs(trialShape(normal!).kurtosis - 3)).toBeLessThan(0.2);
  });
  test('is held against the risk-free rate, and a mean that ties with it is no excess (C7)', () => {
    expect(trialShape(Float64Array.of(0, 0, 0, 4), 1).sharpe).toBe(0);
    expect(trialShape(Float64Array.of(0, 0, 0, 4), 2).sharpe).toBe(-0.5);
    expect(trialShape(Float64Array.of(0.1, 0.2), 0.15000000001).sharpe).toBe(0);
  });
  test('E11: returns that all tie have no Sharpe', () => {
    expect(trialShape(Float64Array.of(0.1, 0.1, 0.1 + 1e-11)).sharpe).toBeNull();
    expect(trialShape(new Float64Array(5)).sharpe).toBeNull();
    expect(trialShape(Float64Array.of(0.3)).sharpe).toBeNull();
  });
});
