import { describe, expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import { defineStrategy } from '@projecta/plugin';
import { randomStream } from '@projecta/random';
import { distributionOf, permuteBars } from '@projecta/validation';
import type { RunConfig } from './config/run-config.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import { onScript } from './testing/scripted.twin.js';

const MARKET = marketOf({ bars: 90, seed: 12, vwap: true });
const CONFIG: Partial<RunConfig> = {
  strategy: { name: 'rsi_reversion', params: { window: 4, oversold: 40, overbought: 60 } },
  risk: { model: 'volatility_target', params: { lookback: 5 }, stop_loss: 0.04, take_profit: 0.05 },
  execution: {
    fill_price: 'vwap_next',
    slippage_model: { model: 'sqrt_impact', params: { coefficient: 0.05, lookback: 5 } },
    fee_bps: 2,
    volume_limit: 0.5,
  },
  seed: 11,
};
const TRIALS = 12;
const withTest = (params: object): Partial<RunConfig> => ({ ...CONFIG, validation: { permutation: { trials: TRIALS, ...params } } });
const statistics = ['sharpe', 'max_drawdown', 'profit_factor', 'turnover'] as const;

describe('a permutation test is its trials, each run on its own', () => {
  test.each(statistics)('bars, %s', async (statistic) => {
    const { validation_detail, validation, metrics, periods_per_year } = await runOn(MARKET, withTest({ statistic }));
    const alone: (number | null)[] = [];
    for (let trial = 0; trial < TRIALS; trial++) {
      const candles = permuteBars(MARKET, randomStream(11, 'permutation', trial));
      const run = await runOn(candles, { ...CONFIG, metrics: { annualization: periods_per_year } });
      alone.push(run.metrics[statistic]);
    }
    expect(validation_detail).toEqual(alone.map((value, trial) => ({ method: 'permutation', trial, metric: statistic, value })));
    expect(new Set(alone).size).toBeGreaterThan(TRIALS / 2);
    expect(validation.permutation).toMatchObject({
      observed: metrics[statistic],
      trials: TRIALS,
      distribution: distributionOf(alone),
      seed: 11,
    });
    expect(validation.permutation!.p_value).toBe(countedP(alone, metrics[statistic]!, statistic === 'turnover'));
  });
  test('signals: prices stay, the decisions move round, risk and execution run again', async () => {
    const { directions, validation_detail, candles } = await runOn(MARKET, withTest({ method: 'signals' }));
    for (let trial = 0; trial < TRIALS; trial++) {
      const k = 1 + randomStream(11, 'permutation', trial).below(89);
      const script = Array.from(directions, (_, t) => directions[(t - k + 90) % 90]!);
      const run = await onScript(candles, script, CONFIG);
      expect(validation_detail[trial]!.value).toBe(run.metrics.sharpe);
    }
  });
  test('C2: the trials are annualised with the run’s periods per year', async () => {
    const hours = marketOf({ bars: 70, seed: 2, stepMs: 3_600_000 });
    const config = {
      timeframe: '1h',
      strategy: { name: 'momentum', params: { lookback: 3 } },
      validation: { permutation: { trials: 3, statistic: 'periods_per_year' } },
    };
    const run = await runOn(hours, config);
    expect(run.validation_detail.map(({ value }) => value)).toEqual(Array(3).fill(run.periods_per_year));
  });
});

describe('trials depend on seed and trial only', () => {
  const values = async (config: Partial<RunConfig>) => (await runOn(MARKET, config)).validation_detail.map(({ value }) => value);
  test('more trials begin with the same ones', async () => {
    const few = await values(withTest({ trials: 4 }));
    expect((await values(withTest({ trials: 9 }))).slice(0, 4)).toEqual(few);
  });
  test('another seed draws others', async () => {
    expect(await values({ ...withTest({}), seed: 12 })).not.toEqual(await values(withTest({})));
  });
});

test('a run without the statistic has no p-value, and says so', async () => {
  const run = await runOn(MARKET, {
    strategy: { name: 'momentum', params: { lookback: 80 } },
    risk: { params: { fraction: 1e-9 } },
    execution: { lot_size: 1 },
    validation: { permutation: { trials: 3, statistic: 'win_rate' } },
  });
  expect(run.validation.permutation).toMatchObject({ observed: null, p_value: null, p_value_se: null });
  expect(run.summary.validation['permutation']).toContain('The run has no win_rate');
});

test('a step strategy decides anew in every trial, on the shuffled market and its own position', async () => {
  const seen = new Set<number>();
  const steps = defineStrategy({
    ...{ name: 'steps', version: '1', title: 'Steps', description: 'Buys dips, sells at a gain.', params: {} },
    start: () => ({ calls: 0 }),
    onBar(view, state: { calls: number }) {
      if (state.calls++ === 0) expect(view.t).toBe(0);
      seen.add(view.close());
      if (view.position > 0) return view.close() > 1.02 * view.entryPrice ? 0 : 1;
      return view.close() < view.close(1) ? 1 : 0;
    },
  });
  const config: Partial<RunConfig> = { strategy: { name: 'steps' }, validation: { permutation: { trials: 5 } } };
  const run = await runOn(MARKET, config, { plugins: [steps] });
  expect(seen.size).toBeGreaterThan(5 * 80);
  const market: Candles = permuteBars(MARKET, randomStream(42, 'permutation', 3));
  const alone = await runOn(
    market,
    { strategy: { name: 'steps' }, metrics: { annualization: run.periods_per_year } },
    { plugins: [steps] },
  );
  expect(run.validation_detail[3]!.value).toBe(alone.metrics.sharpe);
});

/** E2, counted by hand. */
function countedP(values: readonly (number | null)[], observed: number, lowerIsBetter: boolean): number {
  const sign = lowerIsBetter ? -1 : 1;
  const asGood = values.filter((value) => value !== null && sign * (value - observed) >= -1e-9 * Math.abs(observed));
  return (1 + asGood.length) / (values.length + 1);
}
