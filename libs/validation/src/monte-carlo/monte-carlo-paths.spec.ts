import { describe, expect, test } from '@jest/globals';
import { distributionOf } from '../distribution.js';
import { type MonteCarlo, monteCarloPaths } from './monte-carlo-paths.js';

const BASE: MonteCarlo = {
  method: 'trades',
  seed: 42,
  ruinDrawdown: 0.2,
  initialCash: 1000,
  draws: 12,
  observed: { final_equity: 1200, max_drawdown: -0.1 },
  finalEquity: [900, 1100, 1300, 1000],
  maxDrawdown: [-0.3, -0.1, -0.05, -0.19],
};
const of = (change: Partial<MonteCarlo>) => monteCarloPaths({ ...BASE, ...change });

describe('the answer of Monte Carlo paths', () => {
  test('has the shape of names.md', () => {
    expect(of({})).toMatchObject({
      method: 'trades',
      paths: 4,
      p_ruin: 0.25,
      final_equity: distributionOf(BASE.finalEquity),
      max_drawdown: distributionOf(BASE.maxDrawdown),
      seed: 42,
    });
  });
  test('E7: ruin is a maximum drawdown at or beyond −ruin_drawdown', () => {
    expect(of({ maxDrawdown: [-0.2, -0.1999, -0.5, 0] }).p_ruin).toBe(0.5);
    expect(of({ ruinDrawdown: 1, maxDrawdown: [-1, -0.99] }).p_ruin).toBe(0.5);
  });
  test('E11: a drawdown that ties with the limit is ruin, whichever way it was rounded', () => {
    expect(of({ ruinDrawdown: 0.3, maxDrawdown: [-(1 - 0.7), -(0.1 + 0.2), -0.2999] }).p_ruin).toBe(2 / 3);
  });
  test('E10: the standard error of p_ruin is sqrt(p(1 − p)/paths)', () => {
    expect(of({}).p_ruin_se).toBe(Math.sqrt((0.25 * 0.75) / 4));
    expect(of({ ruinDrawdown: 0.9 })).toMatchObject({ p_ruin: 0, p_ruin_se: 0 });
  });
  test('a path beyond the range of numbers is left out of the distribution', () => {
    expect(of({ finalEquity: [null, 1000, 2000, 3000] }).final_equity).toMatchObject({ count: 3, mean: 2000 });
  });
});

describe('the words', () => {
  test('count, and say what drawn trades cannot tell', () => {
    expect(of({}).verdict).toBe(
      'Of 4 paths of 12 drawn trades, 2 ended above the initial cash; final equity was 915 to 1270 in the middle 90 %, with a median of 1050 (the run: 1200). ' +
        'The deepest drawdown was -14.5 % in the median and -28.3 % or worse in one path of 20 (the run: -10 %). ' +
        '1 of 4 fell by 20 % or more: P(ruin) = 0.250 ± 0.217. ' +
        '12 trades are few, and no other than these can be drawn. ' +
        'Paths centre on what the trades earned: their spread is uncertainty about which trades come and in what order, never whether the edge is luck. ' +
        'Losing streaks that belong together are torn apart.',
    );
  });
  test('say nothing of few trades where there are enough', () => expect(of({ draws: 30 }).verdict).not.toContain('are few'));
  test('tell returns and execution apart', () => {
    expect(of({ method: 'returns', draws: 146 }).verdict).toMatch(
      /paths of 146 drawn returns.*never whether the edge is luck.*too shallow\.$/,
    );
    expect(of({ method: 'execution' }).verdict).toMatch(/runs with other luck in execution.*never whether the market was luck\.$/);
  });
  test('of a run without trades or fills say that there is nothing to draw from or to move', () => {
    expect(of({ method: 'execution', draws: 0, finalEquity: [1000, 1000] }).verdict).toBe(
      'The run filled no order: luck in execution has nothing to move.',
    );
    expect(of({ draws: 0, finalEquity: [1000, 1000] }).verdict).toBe(
      'The run closed no trade: there is nothing to draw from, and every path stays at the initial cash.',
    );
  });
});
