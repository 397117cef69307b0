import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from '@projecta/plugin';
import { kelly_fraction } from './kelly-fraction.js';
import { weightsOf } from './weights-of.twin.js';

const weight = (params: Record<string, number>, direction = 1) => weightsOf(kelly_fraction, { close: [1], params, direction })[0];

describe('kelly_fraction', () => {
  test('is p − (1 − p)/R: a fair coin that pays two to one takes a quarter', () => {
    expect(weight({ p_win: 0.5, payoff_ratio: 2 })).toBe(0.25);
    expect(weight({ p_win: 0.5, payoff_ratio: 2 }, -1)).toBe(-0.25);
  });

  test('is 0 without an edge, and never −0 for a short', () => {
    expect(weight({ p_win: 0.5, payoff_ratio: 1 })).toBe(0);
    expect(weight({ p_win: 0.25, payoff_ratio: 1 }, -1)).toBe(0);
    expect(weight({ p_win: 0, payoff_ratio: 10 })).toBe(0);
  });

  test('is clamped to 1 before base_fraction multiplies it', () => {
    expect(weight({ p_win: 1, payoff_ratio: 3 })).toBe(1);
    expect(weight({ p_win: 1, payoff_ratio: 3, base_fraction: 20 })).toBe(20);
    expect(weight({ p_win: 0.25, payoff_ratio: 1, base_fraction: 20 })).toBe(0);
  });

  test('takes a probability and a payoff ratio above 0', () => {
    const paths = (params: Record<string, number>) => checkParams(kelly_fraction.params, params, '').problems.map(({ path }) => path);
    expect(paths({ p_win: 1.01, payoff_ratio: 1 })).toEqual(['/p_win']);
    expect(paths({ p_win: -0.01, payoff_ratio: 0 })).toEqual(['/p_win', '/payoff_ratio']);
    expect(paths({ p_win: 0, payoff_ratio: 1e-300 })).toEqual([]);
    expect(paths({ p_win: 0.5, payoff_ratio: 1, base_fraction: 0 })).toEqual(['/base_fraction']);
  });

  test('maximises the growth of wealth at its own odds', () => {
    const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(probability, fc.double({ min: 0.1, max: 10, noNaN: true }), (p_win, payoff_ratio) => {
        const best = weight({ p_win, payoff_ratio })!;
        const growth = (f: number) => p_win * Math.log(1 + f * payoff_ratio) + (1 - p_win) * Math.log(1 - f);
        for (const other of [best * 0.9, best + (1 - best) * 0.1]) expect(growth(other)).toBeLessThanOrEqual(growth(best) + 1e-12);
      }),
      { seed: 11 },
    );
  });
});
