import { describe, expect, test } from '@jest/globals';
import type { MetricId } from '@projecta/metrics';
import fc from 'fast-check';
import { endsWithout } from './ends-without.js';
import { leaveOneOut } from './leave-one-out.js';
import { naiveMetrics } from './naive.twin.js';
import type { ReturnsRun } from './returns-run.js';

const DAY = 86_400_000;

function runOf(returns: readonly number[]): ReturnsRun {
  const ts = Float64Array.from({ length: returns.length + 1 }, (_, t) => t * 30 * DAY);
  return { returns: Float64Array.from(returns), ts, firstEquity: 1000, initialCash: 1000, periodsPerYear: 12, riskFree: 0.02 };
}

const without = (returns: readonly number[], i: number): number[] => returns.filter((_, j) => j !== i);
const all = (returns: readonly number[], id: MetricId) => returns.map((_, i) => leaveOneOut(runOf(returns), id)(i));

const arbitrary = fc.oneof(
  { arbitrary: fc.array(fc.double({ min: -0.3, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 30 }), weight: 3 },
  { arbitrary: fc.array(fc.constantFrom(0, 0, 0, 0.03), { minLength: 3, maxLength: 20 }), weight: 2 }, // all but one tie
  { arbitrary: fc.array(fc.constantFrom(1e-9, -1e-9, 3e-9, 7), { minLength: 3, maxLength: 20 }), weight: 1 },
  { arbitrary: fc.array(fc.constantFrom(0.1, -0.1, -1, -1.3, 0), { minLength: 3, maxLength: 20 }), weight: 2 },
);

describe('E6: the delete-one jackknife', () => {
  test.each(['sharpe', 'volatility', 'cagr', 'max_drawdown'] as const)('of %s is the metric of the returns without each in turn', (id) => {
    fc.assert(
      fc.property(arbitrary, (returns) => {
        const years = (returns.length * 30) / 365.25; // of the run, not of the shorter path
        all(returns, id).forEach((value, i) => {
          const naive = naiveMetrics(without(returns, i), { years, periodsPerYear: 12, riskFree: 0.02 })[id]!;
          if (value === null || naive === null) expect(value).toBe(naive);
          else expect(Math.abs(value - naive)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(naive)));
        });
      }),
      { numRuns: 400, seed: 1987 },
    );
  });
  test('of other metrics of equity is that of the shorter path', () => {
    const values = all([0.1, -0.2, 0.1, 0.3], 'avg_drawdown');
    expect(values[0]).toBeCloseTo(-0.2, 14);
    expect(values[1]).toBeNull(); // without the loss there is no drawdown
    expect(all([0.1, -0.2, 0.1, 0.3], 'final_equity')[3]).toBeCloseTo(1000 * 1.1 * 0.8 * 1.1, 10);
  });
});

test('E4: a path that ends early ends at the same value whatever is left out after its end', () => {
  expect([...endsWithout(Float64Array.of(0.5, -2, 0.1, 0.2))]).toEqual([-1, 1.5 * 1.1 * 1.2, -1.5, -1.5]);
  expect([...endsWithout(Float64Array.of(0.5, -2, -1, 0.2))]).toEqual([-1, 0, -1.5, -1.5]);
  expect([...endsWithout(Float64Array.of(-1))]).toEqual([1]);
  expect([...endsWithout(new Float64Array(0))]).toEqual([]);
});
