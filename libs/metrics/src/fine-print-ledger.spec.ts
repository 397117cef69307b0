import { describe, expect, test } from '@jest/globals';
import { attributionOf, computeMetrics } from './index.js';
import { metricOf, pathOf, runOf, type Sketch } from './run-of.twin.js';

describe('probabilistic', () => {
  const returns = [0.01, 0.012, 0.02, 0.005, -0.015, -0.005];

  test('C3: PSR and minimum track record take the per-bar Sharpe ratio, so that annualising changes neither', () => {
    for (const id of ['psr', 'min_trl'] as const) {
      const [daily, hourly] = [metricOf(id, { equity: pathOf(returns) }), metricOf(id, { equity: pathOf(returns), periodsPerYear: 6000 })];
      expect(daily).toBe(hourly);
      expect(daily).not.toBeNull();
    }
  });

  test('C3: at the minimum track record the PSR is 95 %', () => {
    const minimum = metricOf('min_trl', { equity: pathOf(returns) })!;
    const psr = metricOf('psr', { equity: pathOf(returns) })!;
    expect(minimum > returns.length).toBe(psr < 0.95);
  });

  test('C3: the minimum track record is null when the Sharpe ratio is not above 0', () => {
    expect(metricOf('min_trl', { equity: pathOf(returns.map((r) => -r)) })).toBeNull();
    expect(metricOf('min_trl', { equity: pathOf([0.01, -0.01]), riskFree: 0 })).toBeNull();
  });

  test('C8: with q = 1 there are no lags, and Lo’s ratio is the per-bar one', () => {
    const sharpe = metricOf('sharpe', { equity: pathOf(returns), periodsPerYear: 1 });
    expect(metricOf('lo_sharpe', { equity: pathOf(returns), periodsPerYear: 1 })).toBeCloseTo(sharpe!, 14);
  });

  test('C8: six returns have two lags, which stand against q = ⌊ppy + 0.5⌋', () => {
    const mean = returns.reduce((sum, r) => sum + r, 0) / 6;
    const x = returns.map((r) => r - mean);
    const rho = (k: number): number =>
      x.slice(k).reduce((sum, value, t) => sum + value * x[t]!, 0) / x.reduce((sum, value) => sum + value * value, 0);
    const sharpe = metricOf('sharpe', { equity: pathOf(returns), periodsPerYear: 1 })!;
    const corrected = (q: number): number => (sharpe * q) / Math.sqrt(q + 2 * ((q - 1) * rho(1) + (q - 2) * rho(2)));
    expect(metricOf('lo_sharpe', { equity: pathOf(returns), periodsPerYear: 4.5 })).toBeCloseTo(corrected(5), 11);
    expect(metricOf('lo_sharpe', { equity: pathOf(returns), periodsPerYear: 4.4 })).toBeCloseTo(corrected(4), 11);
  });

  test('C8: it is null when the radicand is not positive', () => {
    const zigzag = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 0.02 : -0.01));
    expect(metricOf('sharpe', { equity: pathOf(zigzag) })).not.toBeNull();
    expect(metricOf('lo_sharpe', { equity: pathOf(zigzag) })).toBeNull();
    expect(metricOf('lo_sharpe', { equity: pathOf(returns), periodsPerYear: 0.4 })).toBeNull();
  });
});

describe('benchmark', () => {
  test('C7: holding the close in full has beta 1, alpha 0 and no information ratio', () => {
    const close = pathOf([0.1, -0.05, 0.02, 0.01], 80);
    const sketch: Sketch = { equity: close.map((price) => price * 12.5 * (1 + 1e-15)), close, riskFree: 0.03 };
    expect(metricOf('beta', sketch)).toBeCloseTo(1, 12);
    expect(metricOf('alpha', sketch)).toBeCloseTo(0, 12);
    expect(metricOf('information_ratio', sketch)).toBeNull();
  });

  test('C7: alpha is annualised over the risk-free rate, beta is the slope', () => {
    const b = [0.02, -0.01, 0.03];
    const sketch: Sketch = { equity: pathOf(b.map((value) => 0.5 * value + 0.001)), close: pathOf(b, 50), riskFree: 0.252 };
    expect(metricOf('beta', sketch)).toBeCloseTo(0.5, 11);
    expect(metricOf('alpha', sketch)).toBeCloseTo((0.001 - 0.001 + 0.5 * 0.001) * 252, 10);
  });

  test('C7: the information ratio is of r − b', () => {
    const sketch: Sketch = { equity: pathOf([0.03, 0.01]), close: pathOf([0.02, -0.02]), periodsPerYear: 1 };
    expect(metricOf('information_ratio', sketch)).toBeCloseTo(0.02 / Math.sqrt(2e-4), 10);
  });

  test('E11: a close that grows at one rate but for rounding has no beta, and a lead that never changes no information ratio', () => {
    const steady = (rate: number): number[] => pathOf(Array.from({ length: 40 }, (_, i) => rate * (1 + i * 1e-12)));
    const sketch: Sketch = { equity: steady(0.03), close: steady(0.01) };
    for (const id of ['beta', 'alpha', 'information_ratio'] as const) expect([id, metricOf(id, sketch)]).toEqual([id, null]);
    const b = Array.from({ length: 40 }, (_, i) => 0.01 * ((i * 7) % 11) - 0.05);
    const ahead: Sketch = { equity: pathOf(b.map((value) => value + 0.02)), close: pathOf(b) };
    expect(metricOf('beta', ahead)).toBeCloseTo(1, 9);
    expect(metricOf('information_ratio', ahead)).toBeNull();
  });

  test('a mean return of the close that dwarfs its deviation costs beta no digits', () => {
    const b = Array.from({ length: 30 }, (_, i) => 0.5 + 1e-6 * ((i * 7) % 11));
    const sketch: Sketch = { equity: pathOf(b.map((value, i) => 3 * value - 1 + 1e-6 * (i % 2))), close: pathOf(b) };
    const [meanB, meanTwo] = [b.reduce((sum, value) => sum + value, 0) / 30, 0.5];
    const squares = b.reduce((sum, value) => sum + (value - meanB) * (value - meanB), 0);
    const extra = b.reduce((sum, value, i) => sum + (value - meanB) * 1e-6 * ((i % 2) - meanTwo), 0) / squares;
    expect(Math.abs(metricOf('beta', sketch)! - (3 + extra))).toBeLessThan(1e-8);
  });

  test('a mean lead that dwarfs its deviation costs the information ratio no digits', () => {
    const b = Array.from({ length: 30 }, (_, i) => 0.01 * ((i * 7) % 11) - 0.05);
    const lead = b.map((_, i) => 0.5 + 1e-7 * ((i * 5) % 7));
    const mean = lead.reduce((sum, value) => sum + value, 0) / 30;
    const std = Math.sqrt(lead.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 29);
    const sketch: Sketch = { equity: pathOf(b.map((value, i) => value + lead[i]!)), close: pathOf(b), periodsPerYear: 1 };
    expect(Math.abs((metricOf('information_ratio', sketch)! * std) / mean - 1)).toBeLessThan(1e-7);
  });
});

describe('exposure, trades and costs', () => {
  test('C6: exposure counts all bars, the flattened last one too', () => {
    expect(metricOf('exposure', { equity: [1, 1, 1, 1], position: [0, 2, -1, 0] })).toBe(0.5);
  });

  test('C6: turnover is all notional over mean equity, not annualised, null when that is not above 0', () => {
    expect(metricOf('turnover', { equity: [100, 300], fills: [{ notional: 150 }, { notional: 250 }] })).toBe(2);
    expect(metricOf('turnover', { equity: [100, -300], fills: [{ notional: 150 }] })).toBeNull();
  });

  test('C5: a trade of exactly 0 is neither won nor lost and ends a losing run', () => {
    const sketch: Sketch = { equity: [1, 1], trades: [-1, -2, 0, -1, 4].map((net_pnl) => ({ net_pnl })) };
    expect(metricOf('trades', sketch)).toBe(5);
    expect(metricOf('win_rate', sketch)).toBe(0.2);
    expect(metricOf('max_consecutive_losses', sketch)).toBe(2);
    expect(metricOf('profit_factor', sketch)).toBe(1);
    expect(metricOf('payoff_ratio', sketch)).toBeCloseTo(4 / (4 / 3), 14);
    expect(metricOf('expectancy', sketch)).toBe(0);
    expect([metricOf('best_trade', sketch), metricOf('worst_trade', sketch)]).toEqual([4, -2]);
  });

  test('C5: the profit factor is null without losses, the payoff ratio without wins or losses', () => {
    const [won, lost]: Sketch[] = [5, -5].map((net_pnl) => ({ equity: [1, 1], trades: [{ net_pnl }] }));
    expect([metricOf('profit_factor', won!), metricOf('payoff_ratio', won!)]).toEqual([null, null]);
    expect([metricOf('profit_factor', lost!), metricOf('payoff_ratio', lost!)]).toEqual([0, null]);
  });

  test('C5: SQN is √N·mean/std with ddof 1, null when all P&Ls tie', () => {
    expect(metricOf('sqn', { equity: [1, 1], trades: [{ net_pnl: 1 }, { net_pnl: 3 }] })).toBeCloseTo(
      (Math.sqrt(2) * 2) / Math.sqrt(2),
      14,
    );
    expect(metricOf('sqn', { equity: [1, 1], trades: [{ net_pnl: 0.3 }, { net_pnl: 0.1 + 0.2 }] })).toBeNull();
    expect(metricOf('sqn', { equity: [1, 1], trades: [{ net_pnl: 1 }] })).toBeNull();
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
    expect(metricOf('break_even_cost_multiple', { equity: [100, 120], fills: [{ delay: 5 }] })).toBeNull();
    expect(metricOf('break_even_cost_multiple', { equity: [100, 120], borrow: 5 })).toBe(5);
  });
});
