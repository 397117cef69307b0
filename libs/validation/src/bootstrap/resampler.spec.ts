import { describe, expect, test } from '@jest/globals';
import { EQUITY_METRIC_IDS, equityMetrics, type MetricId } from '@projecta/metrics';
import fc from 'fast-check';
import { naiveIndices, naiveMetrics } from './naive.twin.js';
import { resampler } from './resampler.js';
import type { ReturnsRun } from './returns-run.js';

const DAY = 86_400_000;
const METRICS = ['sharpe', 'cagr', 'max_drawdown', 'volatility'] as const;
const METHODS = ['stationary', 'circular', 'iid'] as const;

function runOf(returns: readonly number[], change: Partial<ReturnsRun> = {}): ReturnsRun {
  const ts = Float64Array.from({ length: returns.length + 1 }, (_, t) => t * 30 * DAY);
  return { returns: Float64Array.from(returns), ts, firstEquity: 1000, initialCash: 1000, periodsPerYear: 12, riskFree: 0.02, ...change };
}

function naiveValues(
  run: ReturnsRun,
  { method, trial, blockLength }: { method: (typeof METHODS)[number]; trial: number; blockLength: number },
) {
  const indices = naiveIndices(method, { seed: 5, trial, n: run.returns.length, blockLength });
  const years = (run.ts.at(-1)! - run.ts[0]!) / (365.25 * DAY);
  const metrics = naiveMetrics(
    indices.map((index) => run.returns[index]!),
    { ...run, years },
  );
  return METRICS.map((id) => metrics[id]!);
}

function expectClose(found: readonly (number | null)[], naive: readonly (number | null)[], tolerance = 1e-9): void {
  found.forEach((value, k) => {
    const wanted = naive[k]!;
    if (value === null || wanted === null) expect(value).toBe(wanted);
    else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1e-3, Math.abs(wanted)));
  });
}

const returnsArbitrary = fc.oneof(
  { arbitrary: fc.array(fc.double({ min: -0.05, max: 0.06, noNaN: true }), { minLength: 2, maxLength: 40 }), weight: 4 },
  { arbitrary: fc.array(fc.constantFrom(0, 0, 0, 0, 0.03, -0.02), { minLength: 2, maxLength: 30 }), weight: 2 }, // mostly flat: ties
  { arbitrary: fc.array(fc.constantFrom(1e-9, -1e-9, 2e-9, 5), { minLength: 3, maxLength: 30 }), weight: 1 }, // one return dwarfs the rest
  { arbitrary: fc.array(fc.constantFrom(0.1, -0.2, -1, -1.4, 0), { minLength: 2, maxLength: 30 }), weight: 1 }, // ruin
);

describe('E4: samples', () => {
  test('are the naive ones, in every method, ties and ruin included', () => {
    let dead = 0;
    let tied = 0;
    fc.assert(
      fc.property(returnsArbitrary, fc.constantFrom(...METHODS), fc.integer({ min: 1, max: 9 }), (returns, method, length) => {
        const run = runOf(returns);
        const blockLength = method === 'iid' ? 1 : length;
        const sample = resampler(run, { method, blockLength, metrics: METRICS, seed: 5 });
        for (let trial = 0; trial < 4; trial++) {
          const naive = naiveValues(run, { method, trial, blockLength });
          expectClose(sample(trial), naive);
          if (naive[1] === null) dead++;
          if (naive[0] === null) tied++;
        }
      }),
      { numRuns: 500, seed: 1994 },
    );
    expect(dead).toBeGreaterThan(20);
    expect(tied).toBeGreaterThan(20);
  });
  test('a growth rate uses the run’s elapsed time, and a drawdown starts from 1', () => {
    const run = runOf([-0.1, -0.1, -0.1, -0.1]);
    const [cagr, drawdown] = resampler(run, { method: 'iid', blockLength: 1, metrics: ['cagr', 'max_drawdown'], seed: 1 })(0);
    expect(cagr).toBeCloseTo(0.9 ** (4 / (120 / 365.25)) - 1, 14);
    expect(drawdown).toBeCloseTo(0.9 ** 4 - 1, 14);
  });
  test('a path that reaches 0 or less stays at that value: no growth rate, and a drawdown that may lie below −1', () => {
    const always = resampler(runOf([-1.5, -1.5]), { method: 'iid', blockLength: 1, metrics: ['cagr', 'max_drawdown'], seed: 1 });
    expect(always(0)).toEqual([null, -1.5]);
    const atZero = resampler(runOf([-1, -1]), { method: 'iid', blockLength: 1, metrics: ['cagr', 'max_drawdown'], seed: 1 });
    expect(atZero(0)).toEqual([null, -1]);
  });
  test('sharpe and volatility are of the drawn returns, those after ruin included', () => {
    const run = runOf([-1.2, 0.1, 0.2], { riskFree: 0 });
    const sample = resampler(run, { method: 'circular', blockLength: 3, metrics: ['sharpe', 'volatility'], seed: 3 });
    const mean = -0.3;
    const std = Math.sqrt(((-1.2 - mean) ** 2 + (0.1 - mean) ** 2 + (0.2 - mean) ** 2) / 2);
    const [sharpe, volatility] = sample(0);
    expect(sharpe).toBeCloseTo((mean / std) * Math.sqrt(12), 13);
    expect(volatility).toBeCloseTo(std * Math.sqrt(12), 13);
  });
  test('E11: the deviation of drawn returns that tie is 0: there is no Sharpe ratio', () => {
    const sample = resampler(runOf([0.1 + 0.2, 0.3, 0.3]), { method: 'iid', blockLength: 1, metrics: ['sharpe', 'volatility'], seed: 1 });
    for (let trial = 0; trial < 9; trial++) expect(sample(trial)).toEqual([null, 0]);
  });
  test('of the same trial are the same, whatever came before', () => {
    const run = runOf([0.01, -0.02, 0.03, 0.005, -0.01]);
    const asked = { method: 'stationary', blockLength: 2, metrics: METRICS, seed: 5 } as const;
    const once = resampler(run, asked);
    const third = once(3);
    once(7);
    expect(once(3)).toEqual(third);
    expect(resampler(run, asked)(3)).toEqual(third);
    expect(resampler(run, { ...asked, seed: 6 })(3)).not.toEqual(third);
  });
  test('of a long run lose no digits to prefix sums', () => {
    const returns = Array.from({ length: 60_000 }, (_, t) => 1e-4 * Math.sin(t * t) + (t === 77 ? 0.5 : 0));
    const run = runOf(returns);
    const sample = resampler(run, { method: 'stationary', blockLength: 25, metrics: ['sharpe', 'volatility'], seed: 5 });
    for (let trial = 0; trial < 3; trial++) {
      const [sharpe, , , volatility] = naiveValuesOfSpread(run, trial);
      expectClose(sample(trial), [sharpe!, volatility!]);
    }
  });
});

/** The naive mean and deviation without the path, which takes n² steps. */
function naiveValuesOfSpread(run: ReturnsRun, trial: number) {
  const indices = naiveIndices('stationary', { seed: 5, trial, n: run.returns.length, blockLength: 25 });
  const drawn = indices.map((index) => run.returns[index]!);
  const mean = drawn.reduce((sum, r) => sum + r, 0) / drawn.length;
  const std = Math.sqrt(drawn.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (drawn.length - 1));
  return [((mean - run.riskFree / 12) / std) * Math.sqrt(12), null, null, std * Math.sqrt(12)];
}

describe('metrics of a sample', () => {
  test('that equity decides are those of the sample’s path', () => {
    const run = runOf([0.01, -0.02, 0.03, 0.005, -0.01, 0.02, -0.005, 0.0], { firstEquity: 950 });
    const sample = resampler(run, { method: 'stationary', blockLength: 3, metrics: EQUITY_METRIC_IDS, seed: 5 });
    for (let trial = 0; trial < 20; trial++) {
      const equity = [950];
      for (const index of naiveIndices('stationary', { seed: 5, trial, n: 8, blockLength: 3 }))
        equity.push(equity.at(-1)! * (1 + run.returns[index]!));
      const { metrics } = equityMetrics({ ...run, equity: Float64Array.from(equity) });
      expectClose(
        sample(trial),
        EQUITY_METRIC_IDS.map((id) => metrics[id]),
      );
    }
  });
  test('that fills, trades or prices decide do not exist', () => {
    const metrics: MetricId[] = ['win_rate', 'alpha', 'total_fees', 'buy_and_hold_return', 'turnover'];
    expect(resampler(runOf([0.1, -0.1]), { method: 'iid', blockLength: 1, metrics, seed: 1 })(0)).toEqual(metrics.map(() => null));
  });
});
