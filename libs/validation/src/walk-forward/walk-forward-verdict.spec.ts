import { describe, expect, test } from '@jest/globals';
import type { WalkForwardFoldSummary, WalkForwardSummary } from './walk-forward-summary.js';
import { walkForwardVerdict } from './walk-forward-verdict.js';

const folds = (...returns: (number | null)[]) =>
  returns.map((total_return) => ({ out_of_sample: { total_return } }) as unknown as WalkForwardFoldSummary);
const whole = (total_return: number, sharpe: number | null) => ({ total_return, sharpe }) as WalkForwardSummary['out_of_sample'];

describe('the verdict of a walk-forward', () => {
  test('counts the tests that gained, and says what was kept', () => {
    const verdict = walkForwardVerdict({
      folds: folds(0.1, -0.02, 0.03),
      out_of_sample: whole(0.11, 0.823),
      efficiency: 0.31,
      stability: { fast: 2 / 3, slow: 1 },
    });
    expect(verdict).toBe(
      'Over 3 test windows end to end, on bars no choice had seen, it made 11.0 % with a Sharpe ratio of 0.82; 2 of 3 gained. ' +
        'Efficiency 0.31: a bar of the tests earned 31.0 % of what a bar of the trains did. Most of what was found in the past did not last. ' +
        "Folds of 3 that chose a parameter's most frequent value: fast in 2, slow in 3.",
    );
  });
  test('claims no edge, whatever was kept', () => {
    const of = (efficiency: number | null) =>
      walkForwardVerdict({ folds: folds(0.1), out_of_sample: whole(0.1, null), efficiency, stability: { x: 1 } });
    expect(of(0.9)).toContain('that alone is no proof of an edge');
    expect(of(-0.4)).toContain('What was found in the past did not last.');
    expect(of(null)).toContain('The train windows lost or broke even, so there is no efficiency');
    expect(of(0.9)).toContain('Over the one test window, ');
    expect(of(0.9)).toContain('no Sharpe ratio, since nothing varied');
    expect(of(0.9)).not.toContain('most frequent');
  });
});
