import { describe, expect, test } from '@jest/globals';
import { probabilisticSharpe } from '@projecta/metrics';
import { runSelection } from './run-selection.js';

const metrics = { sharpe: 1.6, skew: -0.5, kurtosis: 2, psr: 0.9, periods_per_year: 256 };
const chosen = { metrics, bars: 1_001 };

describe('what is left of a Sharpe', () => {
  test('that was the only try is the probability that it exceeds 0', () => {
    const { deflated_sharpe, ...rest } = runSelection(chosen, { trials: 1, with_sharpe: 1, variance: null, dispersion: null });
    expect(deflated_sharpe).toBe(probabilisticSharpe({ sharpe: 0.1, skew: -0.5, kurtosis: 5, n: 1_000, benchmark: 0 }));
    expect(rest).toEqual({ trials: 1, effective_trials: 1, sidak_p: expect.closeTo(0.1, 15) });
  });
  test('falls with every further try that has a Sharpe; Šidák’s p is one less the power', () => {
    const of = (with_sharpe: number) => runSelection(chosen, { trials: 500, with_sharpe, variance: 0.001, dispersion: 0.5 });
    const left = [2, 10, 100, 500].map((n) => of(n).deflated_sharpe!);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect(new Set(left).size).toBe(4);
    for (const n of [2, 7, 64, 500]) expect(of(n).sidak_p).toBeCloseTo(1 - Math.pow(0.9, n), 14);
    expect(of(11)).toMatchObject({ trials: 500, effective_trials: 6 });
  });
  test('that does not exist is null, and so it is where nothing was counted', () => {
    const nothing = { trials: 3, deflated_sharpe: null, sidak_p: null };
    expect(
      runSelection({ ...chosen, metrics: { ...metrics, sharpe: null } }, { trials: 3, with_sharpe: 2, variance: 1, dispersion: 1 }),
    ).toEqual({
      ...nothing,
      effective_trials: 2,
    });
    expect(runSelection(chosen, { trials: 3, with_sharpe: 0, variance: null, dispersion: null })).toEqual({
      ...nothing,
      effective_trials: null,
    });
    expect(
      runSelection({ ...chosen, metrics: { ...metrics, psr: null } }, { trials: 3, with_sharpe: 1, variance: null, dispersion: null })
        .sidak_p,
    ).toBeNull();
  });
});
