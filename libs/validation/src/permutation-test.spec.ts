import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permutationTest } from './permutation-test.js';

const of = (observed: number | null, values: (number | null)[], lowerIsBetter = false) =>
  permutationTest({ method: 'bars', statistic: 'sharpe', lowerIsBetter, observed, values, of: 'run', seed: 42 });

describe('the p-value', () => {
  test('is (1 + number of trials at least as good)/(trials + 1)', () => {
    expect(of(1, [0, 0.5, 2, 3]).p_value).toBe(3 / 5);
    expect(of(1, [0, 0.5]).p_value).toBe(1 / 3);
    expect(of(-1, [0, 0.5]).p_value).toBe(1);
  });
  test('E2: a trial within 1e-9 of the observed counts as at least as good', () => {
    expect(of(2, [2 - 1e-9]).p_value).toBe(1);
    expect(of(2, [2 - 3e-9]).p_value).toBe(1 / 2);
    expect(of(-2, [-2 - 1e-9]).p_value).toBe(1);
    expect(of(-2, [-2 - 3e-9]).p_value).toBe(1 / 2);
    expect(of(0, [0, -1e-300]).p_value).toBe(2 / 3);
  });
  test('E2: of a metric where less is better counts the trials at or below', () => {
    expect(of(1, [0, 0.5, 2, 3], true).p_value).toBe(3 / 5);
    expect(of(2, [2 + 1e-9, 2 + 3e-9], true).p_value).toBe(2 / 3);
    expect(of(-2, [-2 + 1e-9, -2 + 3e-9], true).p_value).toBe(2 / 3);
  });
  test('a trial without a value counts as not as good, and still as a trial', () => {
    expect(of(1, [null, 2, null]).p_value).toBe(2 / 4);
    expect(of(1, [null, 2, null])).toMatchObject({ trials: 3, distribution: { count: 1 } });
    expect(of(0, [null], true).p_value).toBe(1 / 2);
  });
  test('E2: does not exist without an observed value', () => {
    expect(of(null, [1, 2])).toMatchObject({ observed: null, p_value: null, p_value_se: null, trials: 2 });
    expect(of(null, [1, 2]).verdict).toBe('The run has no sharpe, so there is nothing to compare.');
  });
  test('E10: its standard error is sqrt(p(1 − p)/trials)', () => {
    expect(of(1, [0, 0.5, 2, 3]).p_value_se).toBe(Math.sqrt((0.6 * 0.4) / 4));
    expect(of(0, [1, 1]).p_value_se).toBe(0);
  });
  test('lies in (0, 1], and turns round with the direction', () => {
    const value = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(value, fc.array(fc.option(value), { minLength: 1, maxLength: 30 }), (observed, values) => {
        const p = of(observed, values).p_value!;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(p).toBe((1 + values.filter((one) => one !== null && one >= observed).length) / (values.length + 1));
        expect(p).toBe(
          of(
            -observed,
            values.map((one) => (one === null ? null : -one)),
            true,
          ).p_value,
        );
      }),
    );
  });
});

describe('the words', () => {
  test('the verdict counts, and claims no more than p allows', () => {
    const chances = (asGood: number) => of(1, [...Array<number>(asGood).fill(2), ...Array<number>(999 - asGood).fill(0)]);
    expect(chances(4).verdict).toBe(
      'Shuffled markets reached this sharpe in 4 of 999 tries: p = 0.005 ± 0.002. Chance hardly ever does this well.',
    );
    expect(chances(29).verdict).toContain('p = 0.030 ± 0.005. Chance seldom does this well.');
    expect(chances(200).verdict).toContain('no edge is shown');
  });
  test('too few tries say that they are', () => {
    expect(of(1, Array<number>(18).fill(0)).verdict).toContain('So few tries cannot show an edge: p cannot fall below 0.053.');
    expect(of(1, Array<number>(19).fill(0)).verdict).toContain('p = 0.050 ± 0.050. Chance seldom does this well.');
  });
  test('the null hypothesis is said, and which market or which moments it is about', () => {
    expect(of(1, [0]).null_hypothesis).toContain('exchangeable');
    const signals = permutationTest({
      method: 'signals',
      statistic: 'cagr',
      lowerIsBetter: false,
      observed: 1,
      values: [0],
      of: 'run',
      seed: 1,
    });
    expect(signals.null_hypothesis).toContain('moments of the decisions');
    expect(signals.verdict).toContain('The same decisions at other times reached this cagr');
    expect(signals).toMatchObject({ method: 'signals', statistic: 'cagr', of: 'run', seed: 1 });
  });
});
