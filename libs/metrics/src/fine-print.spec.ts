import { describe, expect, test } from '@jest/globals';
import { returnsOf } from './index.js';
import { metricOf, pathOf, reasonOf, type Sketch } from './run-of.twin.js';

const DAY_MS = 86_400_000;

describe('returns', () => {
  test('C1: total return is on the initial cash, CAGR and drawdowns start from the first equity', () => {
    const sketch: Sketch = { equity: [990, 1485, 1980], initialCash: 1000, ts: [0, 1, 365.25 * DAY_MS] };
    expect(metricOf('total_return', sketch)).toBeCloseTo(0.98, 15);
    expect(metricOf('cagr', sketch)).toBeCloseTo(1, 14);
    expect(metricOf('max_drawdown', sketch)).toBe(0);
  });

  test('C1: CAGR goes by elapsed time, not by the number of bars', () => {
    expect(metricOf('cagr', { equity: [100, 121], ts: [0, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1, 14);
    expect(metricOf('cagr', { equity: [100, 105, 110, 121], ts: [0, 1, 2, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1, 14);
  });

  test('C1: CAGR is null when final equity is not above 0, when no time passes, and when it is not finite', () => {
    expect(metricOf('cagr', { equity: [100, 0] })).toBeNull();
    expect(metricOf('cagr', { equity: [100, -1] })).toBeNull();
    expect(metricOf('cagr', { equity: [100] })).toBeNull();
    expect(metricOf('cagr', { equity: [100, 1000], ts: [0, 1] })).toBeNull();
    expect(reasonOf('cagr', { equity: [100, 1000], ts: [0, 1] })).toMatch(/beyond the range/);
  });

  test('A19: a final equity of 1e-12 of the initial cash counts as nothing for CAGR, a little more does not', () => {
    expect(metricOf('cagr', { equity: [1000, 1e-9] })).toBeNull();
    expect(metricOf('cagr', { equity: [1000, 1.1e-9] })).toBeCloseTo(-1, 6);
  });

  test('A19: the return is 0 where the equity before it is not above 0', () => {
    expect([...returnsOf(Float64Array.from([100, -50, -50, 20, 30, 0, 10]))]).toEqual([-1.5, 0, 0, 0.5, -1, 0]);
  });

  test('C7: buy-and-hold return is that of the close', () => {
    expect(metricOf('buy_and_hold_return', { equity: [1, 1, 1], close: [80, 70, 100] })).toBe(0.25);
  });
});

describe('risk', () => {
  test('the Sharpe ratio takes the risk-free rate per bar from the mean and has ddof 1', () => {
    // mean 0.02, deviations ±0.01: std √(2·0.01²/1)
    expect(metricOf('sharpe', { equity: pathOf([0.01, 0.03]), riskFree: 2.52 })).toBeCloseTo((0.01 / Math.sqrt(2e-4)) * Math.sqrt(252), 9);
    expect(metricOf('volatility', { equity: pathOf([0.01, 0.03]) })).toBeCloseTo(Math.sqrt(2e-4) * Math.sqrt(252), 12);
  });

  test('the Sortino ratio divides by the root of the mean square over all returns, gains counting as 0', () => {
    expect(metricOf('sortino', { equity: pathOf([-0.01, 0.03, 0.02, 0]), periodsPerYear: 1 })).toBeCloseTo(0.01 / Math.sqrt(1e-4 / 4), 10);
  });

  test('C7: a return that ties with the risk-free rate is no shortfall', () => {
    const sketch: Sketch = { equity: pathOf([0.01, 0.01, 0.01]), riskFree: 0.01 * (1 + 5e-10), periodsPerYear: 1 };
    expect(metricOf('sortino', sketch)).toBeNull();
    expect(metricOf('sortino', { ...sketch, riskFree: 0.01 * (1 + 5e-9) })).not.toBeNull();
  });

  test('E11: returns that differ by rounding alone have volatility 0 and no Sharpe ratio, skew or kurtosis', () => {
    const sketch: Sketch = { equity: pathOf(Array.from({ length: 50 }, (_, i) => 0.013 * (1 + i * 1e-12))) };
    expect(new Set(returnsOf(Float64Array.from(sketch.equity))).size).toBeGreaterThan(1);
    expect(metricOf('volatility', sketch)).toBe(0);
    for (const id of ['sharpe', 'psr', 'min_trl', 'lo_sharpe', 'skew', 'kurtosis'] as const)
      expect([id, metricOf(id, sketch)]).toEqual([id, null]);
    expect(reasonOf('sharpe', sketch)).toMatch(/do not vary/);
  });

  test('skew and kurtosis are of the population, kurtosis in excess', () => {
    const equity = pathOf([0, 0, 0, 0.04]); // deviations −1, −1, −1, 3 hundredths: m2 3, m3 6, m4 21
    expect(metricOf('skew', { equity })).toBeCloseTo(6 / Math.sqrt(27), 10);
    expect(metricOf('kurtosis', { equity })).toBeCloseTo(21 / 9 - 3, 10);
  });
});

describe('drawdown', () => {
  const HOUR = 3_600_000;
  // Two episodes: down to 80 over bars 2–3, and from bar 6 to the end, never below 90.
  const sketch: Sketch = {
    equity: [90, 100, 90, 80, 100, 100, 95, 92, 90],
    ts: [0, 1, 2, 13, 14, 15, 16, 17, 18].map((hour) => hour * HOUR),
  };

  test('C4: average drawdown is the mean of the minima of maximal runs below the peak, the open one included', () => {
    expect(metricOf('avg_drawdown', sketch)).toBeCloseTo((-0.2 - 0.1) / 2, 15);
    expect(metricOf('max_drawdown', sketch)).toBeCloseTo(-0.2, 15);
  });

  test('C4: average drawdown is null without a drawdown, while the maximum and the lengths are 0', () => {
    const rising: Sketch = { equity: [1, 1, 2, 2, 3] };
    expect(metricOf('avg_drawdown', rising)).toBeNull();
    expect(metricOf('calmar', rising)).toBeNull();
    for (const id of ['max_drawdown', 'longest_drawdown_bars', 'longest_drawdown_ms', 'ulcer_index'] as const)
      expect(metricOf(id, rising)).toBe(0);
  });

  test('C4: longest drawdown counts the bars below the peak, the bar at the peak not', () => {
    expect(metricOf('longest_drawdown_bars', sketch)).toBe(3);
  });

  test('C4: its time runs from the last bar at the peak to the last bar below it, and its maximum is taken by itself', () => {
    // Episode one: bar 1 to bar 3, 12 hours with 2 bars; episode two: bar 5 to bar 8, 3 hours with 3 bars.
    expect(metricOf('longest_drawdown_ms', sketch)).toBe(12 * HOUR);
  });

  test('C6: the ulcer index is over all bars, those at the peak included', () => {
    expect(metricOf('ulcer_index', { equity: [100, 90, 100, 80] })).toBeCloseTo(Math.sqrt((0.01 + 0.04) / 4), 15);
  });

  test('drawdown goes below −1 when equity is negative', () => {
    expect(metricOf('max_drawdown', { equity: [100, -50, -50] })).toBe(-1.5);
  });

  test('Calmar is CAGR over the depth of the deepest drawdown', () => {
    expect(metricOf('calmar', { equity: [100, 80, 121], ts: [0, 1, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1 / 0.2, 13);
  });
});

describe('tails', () => {
  const returns = Array.from({ length: 41 }, (_, i) => (((i * 16) % 41) - 20) / 1000); // −20 … 20 thousandths, shuffled

  test('C6: VaR is the type-7 quantile and positive for a loss, CVaR the mean of what lies at or below it', () => {
    expect(metricOf('var_95', { equity: pathOf(returns) })).toBeCloseTo(0.018, 14);
    expect(metricOf('cvar_95', { equity: pathOf(returns) })).toBeCloseTo(0.019, 14);
  });

  test('type 7 interpolates between order statistics', () => {
    expect(metricOf('var_95', { equity: pathOf([-0.1, 0, 0.1]) })).toBeCloseTo(0.09, 14);
    expect(metricOf('tail_ratio', { equity: pathOf([-0.1, 0, 0.2]) })).toBeCloseTo(0.18 / 0.09, 13);
  });

  test('C6: CVaR takes in returns that tie with the quantile', () => {
    // Twenty-one returns: the quantile is the second smallest, and 1e-13 above it lies in the tail too.
    const tied = [-0.05, -0.02, -0.02 + 1e-13, ...new Array<number>(18).fill(0.01)];
    expect(metricOf('cvar_95', { equity: pathOf(tied) })).toBeCloseTo(0.03, 10);
    const apart = [-0.05, -0.02, -0.02 + 1e-9, ...new Array<number>(18).fill(0.01)];
    expect(metricOf('cvar_95', { equity: pathOf(apart) })).toBeCloseTo(0.035, 10);
  });

  test('C6: omega is the sum of gains over the sum of losses, null without a loss', () => {
    expect(metricOf('omega', { equity: pathOf([0.02, -0.01, 0.04]) })).toBeCloseTo(6, 11);
    expect(metricOf('omega', { equity: pathOf([0.02, 0]) })).toBeNull();
  });

  test('a tail ratio over a quantile of 0 is null, and one of a quantile of 0 is 0', () => {
    expect(metricOf('tail_ratio', { equity: pathOf([...new Array<number>(40).fill(0), 0.5, 0.5, 0.5, 0.5]) })).toBeNull();
    expect(metricOf('tail_ratio', { equity: pathOf([...new Array<number>(40).fill(0), -0.5, -0.5, -0.5, -0.5]) })).toBe(0);
    expect(metricOf('var_95', { equity: [7, 7, 7] })).toBe(0);
    expect(Object.is(metricOf('var_95', { equity: [7, 7, 7] }), -0)).toBe(false);
  });
});
