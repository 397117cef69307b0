import { describe, expect, test } from '@jest/globals';
import { randomStream } from '@projecta/random';
import fc from 'fast-check';
import { drawnPath } from './drawn-path.js';
import { equityPath } from './equity-path.js';
import { naiveDrawdown, naivePath } from './naive.twin.js';
import type { Path } from './path.js';
import { tradeReturns } from './trade-returns.js';

function drawn(returns: readonly number[], { trial = 0, start = 1000 } = {}): Path {
  const path = { final: NaN, drawdown: NaN };
  const draws = { returns: Float64Array.from(returns), start, drawn: new Int32Array(returns.length) };
  drawnPath(randomStream(42, 'monte_carlo', trial), draws, path);
  return path;
}

describe('E7: a drawn path', () => {
  test('is the naive one’s, ruin included', () => {
    const value = fc.oneof(fc.double({ min: -0.3, max: 0.4, noNaN: true }), fc.constantFrom(0, -1, -1.5));
    let ruined = 0;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.nat({ max: 50 }), (returns, trial) => {
        const { final, drawdown } = drawn(returns, { trial });
        const naive = naivePath(returns, { seed: 42, trial, initialCash: 1000 });
        if (naive.final === 0) ruined++;
        expect(Math.abs(final - naive.final)).toBeLessThanOrEqual(1e-12 * naive.final);
        expect(Math.abs(drawdown - naive.drawdown)).toBeLessThanOrEqual(1e-14);
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(ruined).toBeGreaterThan(100);
  });
  test('draws one below(m) a position, as many as there were', () => {
    const returns = [0.1, 0.2, 0.3, 0.4];
    const { below } = randomStream(42, 'monte_carlo', 0);
    const expected = returns.reduce((value) => value * (1 + returns[below(4)]!), 1000);
    expect(drawn(returns).final).toBeCloseTo(expected, 10);
  });
  test('starts from the initial cash, which is its first peak', () => {
    expect(drawn([-0.1]).drawdown).toBeCloseTo(-0.1, 15);
    expect(drawn([], { start: 500 })).toEqual({ final: 500, drawdown: 0 });
  });
  test('is floored at 0, and then stays there', () => {
    expect(drawn([-1.7, -1.7])).toEqual({ final: 0, drawdown: -1 });
    expect(drawn([-1])).toEqual({ final: 0, drawdown: -1 });
  });
});

describe('E7: the path of a simulated equity curve', () => {
  const of = (equity: readonly number[], initialCash = 100) => {
    const path = { final: NaN, drawdown: NaN };
    equityPath(Float64Array.from(equity), initialCash, path);
    return path;
  };
  test('starts from the initial cash', () => {
    expect(of([90, 95])).toEqual({ final: 95, drawdown: 0.9 - 1 });
  });
  test('is floored at 0', () => {
    expect(of([120, -30, -30])).toEqual({ final: 0, drawdown: -1 });
    expect(of([-5])).toEqual({ final: 0, drawdown: -1 });
  });
  test('falls as deep as the naive one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 300, noNaN: true }), { minLength: 1, maxLength: 20 }), (equity) => {
        const floored = [100, ...equity.map((value) => Math.max(0, value))];
        expect(of(equity).drawdown).toBeCloseTo(naiveDrawdown(floored), 12);
      }),
    );
  });
});

test('E7: a trade’s return is its net P&L on the equity at the close before its entry bar', () => {
  const trades = { length: 3, net_pnl: Float64Array.of(10, -30, 5), equity_at_entry: Float64Array.of(100, 120, 0) };
  expect([...tradeReturns(trades)]).toEqual([0.1, -0.25, 0]);
});
