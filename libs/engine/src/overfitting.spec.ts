import { describe, expect, test } from '@jest/globals';
import type { RunConfig } from './config/run-config.js';
import {
  blockSums,
  cscv,
  enterTrials,
  excessReturns,
  pboOfNoise,
  politisWhite,
  putTrial,
  snoopingAnswer,
  snoopingTest,
} from '@projecta/validation';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';

const MARKET = marketOf({ bars: 75, seed: 12 });
const GRID = { fast: [2, 4], slow: [4, 9, 12] };
const POINTS = [
  [2, 4],
  [2, 9],
  [2, 12],
  [4, 9],
  [4, 12],
].map(([fast, slow]) => ({ fast: fast!, slow: slow! }));
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'dual_sma', params: { fast: 3, slow: 8 } },
  execution: { fee_bps: 2 },
  metrics: { annualization: 252, risk_free: 0.03 },
  seed: 6,
};
const asked = (overfitting: object, changes: Partial<RunConfig> = {}, grid: object = GRID): Partial<RunConfig> => ({
  ...CONFIG,
  ...changes,
  validation: { walk_forward: { folds: 2, grid }, overfitting: { blocks: 6, samples: 30, ...overfitting } },
});

function end<T>(kernel: Generator<number, T, void>): T {
  let step = kernel.next();
  while (!step.done) step = kernel.next();
  return step.value;
}
const simpleReturns = (values: Float64Array): Float64Array => Float64Array.from(values.subarray(1), (value, i) => value / values[i]! - 1);

describe('E9: overfitting of a walk_forward grid', () => {
  test.each(['buy_and_hold', 'cash'] as const)(
    'is of the bar returns of every valid grid point over the whole slice, against %s',
    async (benchmark) => {
      const { validation, validation_detail } = await runOn(MARKET, asked({ benchmark }));
      const found = validation.overfitting!;
      const runs = [];
      for (const point of POINTS) runs.push(await runOn(MARKET, { ...CONFIG, strategy: { name: 'dual_sma', params: point } }));
      const columns = runs.map(({ equity }) => simpleReturns(equity.equity));
      const sharpes = runs.map(({ metrics }) => metrics.sharpe! / Math.sqrt(252));
      const best = sharpes.indexOf(Math.max(...sharpes));

      const sums = blockSums({ bars: 74, blocks: 6, trials: 5 });
      columns.forEach((column, trial) => putTrial(sums, trial, column));
      const noise = Array.from({ length: 200 }, (_, matrix) => end(pboOfNoise({ seed: 6, trials: 5, bars: 74, blocks: 6 }, matrix)));
      const market = benchmark === 'cash' ? new Float64Array(74).fill(0.03 / 252) : simpleReturns(MARKET.close);
      const excess = columns.map((column) => excessReturns(column, market));
      const means = excess.map(({ mean }) => mean);
      const blockLength = politisWhite(excess[means.indexOf(Math.max(...means))]!.excess, 'stationary');
      const snooping = snoopingTest({ seed: 6, samples: 30, bars: 74, blockLength });
      end(
        enterTrials(
          snooping,
          excess.map((one) => one.excess),
        ),
      );

      const sorted = [...noise].sort((a, b) => a - b);
      const psr = runs[best]!.metrics.psr!;
      expect(found).toMatchObject({
        trials: 5,
        best: POINTS[best],
        pbo: end(cscv(sums, { riskFreePerBar: 0.03 / 252 })).pbo,
        ...snoopingAnswer(snooping),
        block_length: blockLength,
        seed: 6,
        benchmark,
        samples: 30,
        blocks: 6,
      });
      expect(found.best_sharpe).toBeCloseTo(sharpes[best]!, 14);
      expect(found.sidak_p).toBeCloseTo(1 - Math.pow(psr, 5), 12);
      expect(found.pbo_noise_band.low).toBeCloseTo(sorted[9]! + 0.95 * (sorted[10]! - sorted[9]!), 12);
      const detail = (metric: string) =>
        validation_detail.filter((row) => row.method === 'overfitting' && row.metric === metric).map(({ value }) => value);
      expect(detail('pbo_noise')).toEqual(noise);
      detail('sharpe_per_bar').forEach((value, trial) => expect(value).toBeCloseTo(sharpes[trial]!, 14));
      expect(detail('mean_excess')).toEqual(means);
      expect(detail('reality_check')).toEqual([...snooping.white]);
      expect(detail('spa')).toEqual([...snooping.spa]);
      expect(detail('logit')).toHaveLength(20);
    },
  );
  test('one grid point gives PBO 1', async () => {
    const { overfitting } = (await runOn(MARKET, asked({}, {}, { fast: [2], slow: [9] }))).validation;
    expect(overfitting).toMatchObject({ pbo: 1, trials: 1, best: { fast: 2, slow: 9 }, expected_maximum_sharpe: 0 });
  });
  test('without a grid beside it the run alone is judged: nothing was chosen', async () => {
    const alone = { ...CONFIG, validation: { overfitting: { blocks: 4, samples: 30 } } };
    const { metrics, validation } = await runOn(MARKET, alone);
    expect(validation.overfitting).toMatchObject({ pbo: 1, trials: 1, best: {}, dsr: expect.closeTo(metrics.psr!, 12) });
    expect(validation.overfitting!.verdict).toContain('nothing was chosen');
    const beside = await runOn(MARKET, { ...CONFIG, validation: { ...alone.validation, walk_forward: {} } });
    expect(beside.validation.overfitting).toEqual(validation.overfitting);
  });
  test('reality check and SPA are null when every excess column is constant; without a Sharpe the best is the first point', async () => {
    const idle = { execution: { lot_size: 1e9 }, metrics: { annualization: 252 } }; // no order is ever a lot
    const { overfitting } = (await runOn(MARKET, asked({ benchmark: 'cash' }, idle))).validation;
    expect(overfitting).toMatchObject({
      best: POINTS[0],
      dsr: null,
      sidak_p: null,
      reality_check_p: null,
      spa_p: null,
      spa_p_lower: null,
      spa_p_upper: null,
    });
    expect(overfitting!.pbo).toBe(1); // all tie: the first is in the middle
  });
  test('a long-biased rule on a rising market does not beat it by luck: buy and hold against itself', async () => {
    const { overfitting } = (await runOn(MARKET, asked({}, { execution: { sizing: 'fill' } }, { long_only: [true] }))).validation;
    expect(overfitting!.spa_p).not.toBeNull();
  });
  test('fewer returns than blocks are refused, with both numbers', async () => {
    const few = marketOf({ bars: 16, seed: 1 });
    const refusal = runOn(few, asked({ blocks: 16 }, {}, { fast: [2], slow: [4] }));
    await expect(refusal).rejects.toMatchObject({ code: 'TOO_FEW_BARS', message: expect.stringMatching(/15 bar returns.*16 blocks/) });
  });
});
