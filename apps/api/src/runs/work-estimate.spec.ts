import { expect, test } from '@jest/globals';
import type { NormalizedRunConfig } from '@projecta/engine';
import { workEstimate } from './work-estimate.js';

const estimate = (validation: object) => workEstimate({ validation } as NormalizedRunConfig, 1_000);
const ms = (validation: object): number => Number(estimate(validation)['estimated_ms']);

const walk_forward = { folds: 3, grid: { fast: [3, 5], slow: [20, 30] } };
const judged = (blocks: number) => ({ walk_forward, overfitting: { blocks, samples: 100 } });

test('trials, samples and folds of grid points are passes over the bars', () => {
  expect(estimate({ permutation: { trials: 7 }, walk_forward })).toMatchObject({ trials: 7 + 3 * 5, bar_passes: 1_000 * (4 + 22) });
  expect(estimate({})).toMatchObject({ trials: 0, bar_passes: 4_000, estimated_ms: 101 });
});

test('the blocks of the cross-validation cost by the choices of half of them', () => {
  // C(16, 8) = 12,870 and C(24, 12) = 2,704,156 choices, of 4 trials, for 201 matrices
  const cost = (choices: number): number => (201 * (choices * (250 + 14 * 4) + 25 * 4 * 1_000)) / 1e6;
  const plain = ms({ walk_forward }) + (1_000 * 100 * 250) / 1e6;
  expect(ms(judged(16)) - plain).toBeCloseTo(cost(12_870), -1);
  expect(ms(judged(24)) - plain).toBeCloseTo(cost(2_704_156), -1);
});
