import { expect, test } from '@jest/globals';
import { randomStream } from '@projecta/random';
import { bootstrapIntervals } from './bootstrap-intervals.js';
import { resampler } from './resampler.js';

const SETS = 200;
const SAMPLES = 150;
const METRICS = ['sharpe', 'volatility'] as const;
const TRUE = { sharpe: 0, volatility: 0.01 * Math.sqrt(252) };

/** In how many null sets of i.i.d. normal returns the 90 % interval holds the true value. */
function covered(bars: number): Record<(typeof METRICS)[number], number> {
  const ts = Float64Array.from({ length: bars + 1 }, (_, t) => t * 86_400_000);
  const counts = { sharpe: 0, volatility: 0 };
  for (let seed = 0; seed < SETS; seed++) {
    const { normal } = randomStream(1, 'null sets', seed);
    const returns = Float64Array.from({ length: bars }, () => 0.01 * normal());
    const run = { returns, ts, firstEquity: 1, initialCash: 1, periodsPerYear: 252, riskFree: 0 };
    const sample = resampler(run, { method: 'iid', blockLength: 1, metrics: METRICS, seed });
    const values = Array.from({ length: SAMPLES }, (_, trial) => sample(trial));
    const sampled = METRICS.map((id, k) => ({ id, observed: 0, values: values.map((all) => all[k]!) }));
    const asked = {
      method: 'iid',
      interval: 'percentile',
      confidence: 0.9,
      blockLength: 1,
      samples: SAMPLES,
      seed,
      metrics: sampled,
    } as const;
    const { metrics } = bootstrapIntervals(asked);
    for (const id of METRICS) if (metrics[id]!.low! <= TRUE[id] && TRUE[id] <= metrics[id]!.high!) counts[id]++;
  }
  return counts;
}

test('90 % intervals of sharpe and volatility hold the true value in nine of ten null sets (a smoke test; nx calibrate validation has the long one)', () => {
  const { sharpe, volatility } = covered(250);
  const error = 4 * Math.sqrt(SETS * 0.9 * 0.1);
  expect(Math.abs(sharpe - 0.9 * SETS)).toBeLessThan(error);
  expect(Math.abs(volatility - 0.9 * SETS)).toBeLessThan(error + 0.02 * SETS); // 250 returns: the interval of a deviation is a little short
});
