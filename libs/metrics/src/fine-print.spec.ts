import { describe, expect, test } from '@jest/globals';
import { attributionOf, computeMetrics, returnsOf, type MetricId } from './index.js';
import { runOf, type Sketch } from './run-of.twin.js';

const DAY_MS = 86_400_000;

function metric(id: MetricId, sketch: Sketch): number | null {
  return computeMetrics(runOf(sketch)).metrics[id];
}

function reason(id: MetricId, sketch: Sketch): string | undefined {
  return computeMetrics(runOf(sketch)).metric_reasons[id];
}

/** Equity whose returns are these. */
function path(returns: readonly number[], first = 1000): number[] {
  return returns.reduce((levels, r) => [...levels, levels.at(-1)! * (1 + r)], [first]);
}

describe('returns', () => {
  test('C1: total return is on the initial cash, CAGR and drawdowns start from the first equity', () => {
    const sketch: Sketch = { equity: [990, 1485, 1980], initialCash: 1000, ts: [0, 1, 365.25 * DAY_MS] };
    expect(metric('total_return', sketch)).toBeCloseTo(0.98, 15);
    expect(metric('cagr', sketch)).toBeCloseTo(1, 14);
    expect(metric('max_drawdown', sketch)).toBe(0);
  });

  test('C1: CAGR goes by elapsed time, not by the number of bars', () => {
    expect(metric('cagr', { equity: [100, 121], ts: [0, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1, 14);
    expect(metric('cagr', { equity: [100, 105, 110, 121], ts: [0, 1, 2, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1, 14);
  });

  test('C1: CAGR is null when final equity is not above 0, when no time passes, and when it is not finite', () => {
    expect(metric('cagr', { equity: [100, 0] })).toBeNull();
    expect(metric('cagr', { equity: [100, -1] })).toBeNull();
    expect(metric('cagr', { equity: [100] })).toBeNull();
    expect(metric('cagr', { equity: [100, 1000], ts: [0, 1] })).toBeNull();
    expect(reason('cagr', { equity: [100, 1000], ts: [0, 1] })).toMatch(/beyond the range/);
  });

  test('A19: a final equity of 1e-12 of the initial cash counts as nothing for CAGR, a little more does not', () => {
    expect(metric('cagr', { equity: [1000, 1e-9] })).toBeNull();
    expect(metric('cagr', { equity: [1000, 1.1e-9] })).toBeCloseTo(-1, 6);
  });

  test('A19: the return is 0 where the equity before it is not above 0', () => {
    expect([...returnsOf(Float64Array.from([100, -50, -50, 20, 30, 0, 10]))]).toEqual([-1.5, 0, 0, 0.5, -1, 0]);
  });

  test('C7: buy-and-hold return is that of the close', () => {
    expect(metric('buy_and_hold_return', { equity: [1, 1, 1], close: [80, 70, 100] })).toBe(0.25);
  });
});

describe('risk', () => {
  test('the Sharpe ratio takes the risk-free rate per bar from the mean and has ddof 1', () => {
    // mean 0.02, deviations ±0.01: std √(2·0.01²/1)
    expect(metric('sharpe', { equity: path([0.01, 0.03]), riskFree: 2.52 })).toBeCloseTo((0.01 / Math.sqrt(2e-4)) * Math.sqrt(252), 9);
    expect(metric('volatility', { equity: path([0.01, 0.03]) })).toBeCloseTo(Math.sqrt(2e-4) * Math.sqrt(252), 12);
  });

  test('the Sortino ratio divides by the root of the mean square over all returns, gains counting as 0', () => {
    expect(metric('sortino', { equity: path([-0.01, 0.03, 0.02, 0]), periodsPerYear: 1 })).toBeCloseTo(0.01 / Math.sqrt(1e-4 / 4), 10);
  });

  test('C7: a return that ties with the risk-free rate is no shortfall', () => {
    const sketch: Sketch = { equity: path([0.01, 0.01, 0.01]), riskFree: 0.01 * (1 + 5e-10), periodsPerYear: 1 };
    expect(metric('sortino', sketch)).toBeNull();
    expect(metric('sortino', { ...sketch, riskFree: 0.01 * (1 + 5e-9) })).not.toBeNull();
  });

  test('E11: returns that differ by rounding alone have volatility 0 and no Sharpe ratio, skew or kurtosis', () => {
    const sketch: Sketch = { equity: path(Array.from({ length: 50 }, (_, i) => 0.013 * (1 + i * 1e-12))) };
    expect(new Set(returnsOf(Float64Array.from(sketch.equity))).size).toBeGreaterThan(1);
    expect(metric('volatility', sketch)).toBe(0);
    for (const id of ['sharpe', 'psr', 'min_trl', 'lo_sharpe', 'skew', 'kurtosis'] as const)
      expect([id, metric(id, sketch)]).toEqual([id, null]);
    expect(reason('sharpe', sketch)).toMatch(/do not vary/);
  });

  test('skew and kurtosis are of the population, kurtosis in excess', () => {
    const equity = path([0, 0, 0, 0.04]); // deviations −1, −1, −1, 3 hundredths: m2 3, m3 6, m4 21
    expect(metric('skew', { equity })).toBeCloseTo(6 / Math.sqrt(27), 10);
    expect(metric('kurtosis', { equity })).toBeCloseTo(21 / 9 - 3, 10);
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
    expect(metric('avg_drawdown', sketch)).toBeCloseTo((-0.2 - 0.1) / 2, 15);
    expect(metric('max_drawdown', sketch)).toBeCloseTo(-0.2, 15);
  });

  test('C4: average drawdown is null without a drawdown, while the maximum and the lengths are 0', () => {
    const rising: Sketch = { equity: [1, 1, 2, 2, 3] };
    expect(metric('avg_drawdown', rising)).toBeNull();
    expect(metric('calmar', rising)).toBeNull();
    for (const id of ['max_drawdown', 'longest_drawdown_bars', 'longest_drawdown_ms', 'ulcer_index'] as const)
      expect(metric(id, rising)).toBe(0);
  });

  test('C4: longest drawdown counts the bars below the peak, the bar at the peak not', () => {
    expect(metric('longest_drawdown_bars', sketch)).toBe(3);
  });

  test('C4: its time runs from the last bar at the peak to the last bar below it, and its maximum is taken by itself', () => {
    // Episode one: bar 1 to bar 3, 12 hours with 2 bars; episode two: bar 5 to bar 8, 3 hours with 3 bars.
    expect(metric('longest_drawdown_ms', sketch)).toBe(12 * HOUR);
  });

  test('C6: the ulcer index is over all bars, those at the peak included', () => {
    expect(metric('ulcer_index', { equity: [100, 90, 100, 80] })).toBeCloseTo(Math.sqrt((0.01 + 0.04) / 4), 15);
  });

  test('drawdown goes below −1 when equity is negative', () => {
    expect(metric('max_drawdown', { equity: [100, -50, -50] })).toBe(-1.5);
  });

  test('Calmar is CAGR over the depth of the deepest drawdown', () => {
    expect(metric('calmar', { equity: [100, 80, 121], ts: [0, 1, 2 * 365.25 * DAY_MS] })).toBeCloseTo(0.1 / 0.2, 13);
  });
});

describe('tails', () => {
  const returns = Array.from({ length: 41 }, (_, i) => (((i * 16) % 41) - 20) / 1000); // −20 … 20 thousandths, shuffled

  test('C6: VaR is the type-7 quantile and positive for a loss, CVaR the mean of what lies at or below it', () => {
    expect(metric('var_95', { equity: path(returns) })).toBeCloseTo(0.018, 14);
    expect(metric('cvar_95', { equity: path(returns) })).toBeCloseTo(0.019, 14);
  });

  test('type 7 interpolates between order statistics', () => {
    expect(metric('var_95', { equity: path([-0.1, 0, 0.1]) })).toBeCloseTo(0.09, 14);
    expect(metric('tail_ratio', { equity: path([-0.1, 0, 0.2]) })).toBeCloseTo(0.18 / 0.09, 13);
  });

  test('C6: CVaR takes in returns that tie with the quantile', () => {
    // Twenty-one returns: the quantile is the second smallest, and 1e-13 above it lies in the tail too.
    const tied = [-0.05, -0.02, -0.02 + 1e-13, ...new Array<number>(18).fill(0.01)];
    expect(metric('cvar_95', { equity: path(tied) })).toBeCloseTo(0.03, 10);
    const apart = [-0.05, -0.02, -0.02 + 1e-9, ...new Array<number>(18).fill(0.01)];
    expect(metric('cvar_95', { equity: path(apart) })).toBeCloseTo(0.035, 10);
  });

  test('C6: omega is the sum of gains over the sum of losses, null without a loss', () => {
    expect(metric('omega', { equity: path([0.02, -0.01, 0.04]) })).toBeCloseTo(6, 11);
    expect(metric('omega', { equity: path([0.02, 0]) })).toBeNull();
  });

  test('a tail ratio over a quantile of 0 is null, and one of a quantile of 0 is 0', () => {
    expect(metric('tail_ratio', { equity: path([...new Array<number>(40).fill(0), 0.5, 0.5, 0.5, 0.5]) })).toBeNull();
    expect(metric('tail_ratio', { equity: path([...new Array<number>(40).fill(0), -0.5, -0.5, -0.5, -0.5]) })).toBe(0);
    expect(metric('var_95', { equity: [7, 7, 7] })).toBe(0);
    expect(Object.is(metric('var_95', { equity: [7, 7, 7] }), -0)).toBe(false);
  });
});

describe('probabilistic', () => {
  const returns = [0.01, 0.012, 0.02, 0.005, -0.015, -0.005];

  test('C3: PSR and minimum track record take the per-bar Sharpe ratio, so that annualising changes neither', () => {
    for (const id of ['psr', 'min_trl'] as const) {
      const [daily, hourly] = [metric(id, { equity: path(returns) }), metric(id, { equity: path(returns), periodsPerYear: 6000 })];
      expect(daily).toBe(hourly);
      expect(daily).not.toBeNull();
    }
  });

  test('C3: at the minimum track record the PSR is 95 %', () => {
    const minimum = metric('min_trl', { equity: path(returns) })!;
    const psr = metric('psr', { equity: path(returns) })!;
    expect(minimum > returns.length).toBe(psr < 0.95);
  });

  test('C3: the minimum track record is null when the Sharpe ratio is not above 0', () => {
    expect(metric('min_trl', { equity: path(returns.map((r) => -r)) })).toBeNull();
    expect(metric('min_trl', { equity: path([0.01, -0.01]), riskFree: 0 })).toBeNull();
  });

  test('C8: with q = 1 there are no lags, and Lo’s ratio is the per-bar one', () => {
    const sharpe = metric('sharpe', { equity: path(returns), periodsPerYear: 1 });
    expect(metric('lo_sharpe', { equity: path(returns), periodsPerYear: 1 })).toBeCloseTo(sharpe!, 14);
  });

  test('C8: six returns have two lags, which stand against q = ⌊ppy + 0.5⌋', () => {
    const mean = returns.reduce((sum, r) => sum + r, 0) / 6;
    const x = returns.map((r) => r - mean);
    const rho = (k: number): number =>
      x.slice(k).reduce((sum, value, t) => sum + value * x[t]!, 0) / x.reduce((sum, value) => sum + value * value, 0);
    const sharpe = metric('sharpe', { equity: path(returns), periodsPerYear: 1 })!;
    const corrected = (q: number): number => (sharpe * q) / Math.sqrt(q + 2 * ((q - 1) * rho(1) + (q - 2) * rho(2)));
    expect(metric('lo_sharpe', { equity: path(returns), periodsPerYear: 4.5 })).toBeCloseTo(corrected(5), 11);
    expect(metric('lo_sharpe', { equity: path(returns), periodsPerYear: 4.4 })).toBeCloseTo(corrected(4), 11);
  });

  test('C8: it is null when the radicand is not positive', () => {
    const zigzag = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 0.02 : -0.01));
    expect(metric('sharpe', { equity: path(zigzag) })).not.toBeNull();
    expect(metric('lo_sharpe', { equity: path(zigzag) })).toBeNull();
    expect(metric('lo_sharpe', { equity: path(returns), periodsPerYear: 0.4 })).toBeNull();
  });
});

describe('benchmark', () => {
  test('C7: holding the close in full has beta 1, alpha 0 and no information ratio', () => {
    const close = path([0.1, -0.05, 0.02, 0.01], 80);
    const sketch: Sketch = { equity: close.map((price) => price * 12.5 * (1 + 1e-15)), close, riskFree: 0.03 };
    expect(metric('beta', sketch)).toBeCloseTo(1, 12);
    expect(metric('alpha', sketch)).toBeCloseTo(0, 12);
    expect(metric('information_ratio', sketch)).toBeNull();
  });

  test('C7: alpha is annualised over the risk-free rate, beta is the slope', () => {
    const b = [0.02, -0.01, 0.03];
    const sketch: Sketch = { equity: path(b.map((value) => 0.5 * value + 0.001)), close: path(b, 50), riskFree: 0.252 };
    expect(metric('beta', sketch)).toBeCloseTo(0.5, 11);
    expect(metric('alpha', sketch)).toBeCloseTo((0.001 - 0.001 + 0.5 * 0.001) * 252, 10);
  });

  test('C7: the information ratio is of r − b', () => {
    const sketch: Sketch = { equity: path([0.03, 0.01]), close: path([0.02, -0.02]), periodsPerYear: 1 };
    expect(metric('information_ratio', sketch)).toBeCloseTo(0.02 / Math.sqrt(2e-4), 10);
  });

  test('E11: a close that grows at one rate has no beta, and a lead that never changes no information ratio', () => {
    const sketch: Sketch = { equity: path([0.03, 0.03, 0.03, 0.03]), close: path([0.01, 0.01, 0.01, 0.01]) };
    for (const id of ['beta', 'alpha', 'information_ratio'] as const) expect([id, metric(id, sketch)]).toEqual([id, null]);
  });

  test('a mean that dwarfs the deviation costs no digits', () => {
    const b = Array.from({ length: 30 }, (_, i) => 0.5 + 1e-6 * ((i * 7) % 11));
    const mean = b.reduce((sum, value) => sum + value, 0) / 30;
    const std = Math.sqrt(b.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 29);
    const sketch: Sketch = { equity: new Array<number>(31).fill(1), close: path(b), periodsPerYear: 1 };
    expect(metric('information_ratio', sketch)! / (-mean / std)).toBeCloseTo(1, 8);
  });
});

describe('exposure, trades and costs', () => {
  test('C6: exposure counts all bars, the flattened last one too', () => {
    expect(metric('exposure', { equity: [1, 1, 1, 1], position: [0, 2, -1, 0] })).toBe(0.5);
  });

  test('C6: turnover is all notional over mean equity, not annualised, null when that is not above 0', () => {
    expect(metric('turnover', { equity: [100, 300], fills: [{ notional: 150 }, { notional: 250 }] })).toBe(2);
    expect(metric('turnover', { equity: [100, -300], fills: [{ notional: 150 }] })).toBeNull();
  });

  test('C5: a trade of exactly 0 is neither won nor lost and ends a losing run', () => {
    const sketch: Sketch = { equity: [1, 1], trades: [-1, -2, 0, -1, 4].map((net_pnl) => ({ net_pnl })) };
    expect(metric('trades', sketch)).toBe(5);
    expect(metric('win_rate', sketch)).toBe(0.2);
    expect(metric('max_consecutive_losses', sketch)).toBe(2);
    expect(metric('profit_factor', sketch)).toBe(1);
    expect(metric('payoff_ratio', sketch)).toBeCloseTo(4 / (4 / 3), 14);
    expect(metric('expectancy', sketch)).toBe(0);
    expect([metric('best_trade', sketch), metric('worst_trade', sketch)]).toEqual([4, -2]);
  });

  test('C5: the profit factor is null without losses, the payoff ratio without wins or losses', () => {
    const [won, lost]: Sketch[] = [5, -5].map((net_pnl) => ({ equity: [1, 1], trades: [{ net_pnl }] }));
    expect([metric('profit_factor', won!), metric('payoff_ratio', won!)]).toEqual([null, null]);
    expect([metric('profit_factor', lost!), metric('payoff_ratio', lost!)]).toEqual([0, null]);
  });

  test('C5: SQN is √N·mean/std with ddof 1, null when all P&Ls tie', () => {
    expect(metric('sqn', { equity: [1, 1], trades: [{ net_pnl: 1 }, { net_pnl: 3 }] })).toBeCloseTo((Math.sqrt(2) * 2) / Math.sqrt(2), 14);
    expect(metric('sqn', { equity: [1, 1], trades: [{ net_pnl: 0.3 }, { net_pnl: 0.1 + 0.2 }] })).toBeNull();
    expect(metric('sqn', { equity: [1, 1], trades: [{ net_pnl: 1 }] })).toBeNull();
  });

  test('without a closed trade the count is 0 and the rest null', () => {
    const { metrics, metric_reasons } = computeMetrics(runOf({ equity: [1, 2, 3] }));
    expect(metrics.trades).toBe(0);
    expect([metrics.win_rate, metrics.max_bars_held, metrics.max_consecutive_losses]).toEqual([null, null, null]);
    expect(metric_reasons.win_rate).toBe('No trade was closed.');
  });

  test('A25: ideal P&L is at the decision closes, the open position at the last close', () => {
    // Bought 10 at 101 (decided at 100, base 100.5, slipped 0.5), fee 2; the close ends at 103 and the position stays open.
    const fills = [{ side: 1, quantity: 10, decision_close: 100, delay: 5, slippage: 5, fee: 2 }];
    const run = runOf({ equity: [1000, 1018], close: [100, 103], position: [0, 10], fills });
    const attribution = attributionOf({ outcome: run.outcome, close: run.close, initialCash: 1000 });
    expect(attribution).toEqual({
      ideal_pnl: 30,
      delay: 5,
      slippage: 5,
      fees: 2,
      borrow: 0,
      net_pnl: 18,
      break_even_cost_multiple: 25 / 7,
    });
    expect(30 - 5 - 5 - 2).toBe(attribution.net_pnl);
  });

  test('A25: the break-even multiple is null without costs, and delay is none of them', () => {
    expect(metric('break_even_cost_multiple', { equity: [100, 120], fills: [{ delay: 5 }] })).toBeNull();
    expect(metric('break_even_cost_multiple', { equity: [100, 120], borrow: 5 })).toBe(5);
  });
});
