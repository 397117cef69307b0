import { describe, expect, test } from '@jest/globals';
import { EQUITY_METRIC_IDS, METRIC_IDS } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { distributionOf, permuteBars } from '@projecta/validation';
import type { RunConfig } from './config/run-config.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';

const MARKET = marketOf({ bars: 90, seed: 12 });
const WALK = { folds: 4, scheme: 'rolling', embargo: 1, grid: { lookback: [2, 5, 3] } };
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'momentum', params: { lookback: 4 } },
  risk: { model: 'volatility_target', params: { lookback: 5 } },
  execution: { fee_bps: 2 },
  metrics: { annualization: 252 },
  seed: 11,
};
const TRIALS = 10;
const permuted = (params: object, walk_forward: Readonly<Record<string, unknown>> = WALK): Partial<RunConfig> => ({
  ...CONFIG,
  validation: { permutation: { trials: TRIALS, ...params }, walk_forward },
});
const walkedOn = async (candles: typeof MARKET) =>
  (await runOn(candles, { ...CONFIG, validation: { walk_forward: WALK } })).validation.walk_forward!;

describe('E1: a bar permutation of a run with a walk_forward grid', () => {
  test.each(['sharpe', 'final_equity', 'ulcer_index', 'longest_drawdown_ms'] as const)(
    'runs the whole walk-forward in every trial; its statistic is of the stitched out-of-sample equity: %s',
    async (statistic) => {
      const { validation, validation_detail } = await runOn(MARKET, permuted({ statistic }));
      const { permutation } = validation;
      const observed = (await walkedOn(MARKET)).out_of_sample[statistic]!;
      const values: (number | null)[] = [];
      for (let trial = 0; trial < TRIALS; trial++) {
        const candles = permuteBars(MARKET, randomStream(11, 'permutation', trial), { from: 18 });
        values.push((await walkedOn(candles)).out_of_sample[statistic]);
      }
      expect(permutation).toMatchObject({ of: 'walk_forward', observed, statistic, trials: TRIALS, distribution: distributionOf(values) });
      expect(validation.walk_forward!.out_of_sample[statistic]).toBe(observed);
      expect(validation_detail.filter(({ method }) => method === 'permutation').map(({ value }) => value)).toEqual(values);
      const lower = statistic !== 'sharpe' && statistic !== 'final_equity';
      const slack = 1e-9 * Math.abs(observed);
      const asGood = values.filter((value) => (lower ? value! <= observed + slack : value! >= observed - slack)).length;
      expect(permutation!.p_value).toBe((1 + asGood) / (TRIALS + 1));
    },
  );
  test('shuffles bars i >= floor(n/(folds + 1)) only: the choice of the first fold never changes', async () => {
    const chosen = new Set<unknown>();
    for (let trial = 0; trial < TRIALS; trial++) {
      const candles = permuteBars(MARKET, randomStream(11, 'permutation', trial), { from: 18 });
      expect(candles.close.subarray(0, 18)).toEqual(MARKET.close.subarray(0, 18));
      chosen.add((await walkedOn(candles)).folds[0]!.params['lookback']);
    }
    expect(chosen.size).toBe(1);
  });
  test('only the equity metrics exist there: another statistic has null observed and trials', async () => {
    const others = METRIC_IDS.filter((id) => !EQUITY_METRIC_IDS.some((one) => one === id));
    expect(others).toContain('trades');
    for (const statistic of others) {
      const { validation, validation_detail } = await runOn(MARKET, permuted({ statistic, trials: 3 }));
      expect(validation.permutation).toMatchObject({
        of: 'walk_forward',
        observed: null,
        p_value: null,
        trials: 3,
        distribution: { count: 0 },
      });
      expect(validation_detail.slice(0, 3).map(({ value }) => value)).toEqual([null, null, null]);
    }
  });
  test('`signals`, and a walk-forward without a grid, are of the headline run', async () => {
    const alone = (await runOn(MARKET, { ...CONFIG, validation: { permutation: { trials: TRIALS, method: 'signals' } } })).validation;
    expect((await runOn(MARKET, permuted({ method: 'signals' }))).validation.permutation).toEqual(alone.permutation);
    const bars = (await runOn(MARKET, { ...CONFIG, validation: { permutation: { trials: TRIALS } } })).validation;
    expect((await runOn(MARKET, permuted({}, { folds: 4 }))).validation.permutation).toEqual(bars.permutation);
  });
  test('says what is shuffled, and what choosing means for it', async () => {
    const { permutation } = (await runOn(MARKET, permuted({}))).validation;
    expect(permutation!.null_hypothesis).toContain('after the first training window');
    expect(permutation!.verdict).toContain('Shuffled markets, parameters chosen anew in each, reached this sharpe');
  });
});
