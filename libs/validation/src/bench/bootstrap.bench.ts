import type { MetricId } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { politisWhite } from '../bootstrap/politis-white.js';
import { resampler, type Resampling } from '../bootstrap/resampler.js';
import { drawnPath } from '../monte-carlo/drawn-path.js';

for (const n of [2_500, 100_000]) {
  const { normal } = randomStream(42, 'bench', 0);
  const returns = Float64Array.from({ length: n }, () => 0.0003 + 0.01 * normal());
  const ts = Float64Array.from({ length: n + 1 }, (_, t) => t * 86_400_000);
  const run = { returns, ts, firstEquity: 1e5, initialCash: 1e5, periodsPerYear: 252, riskFree: 0 };
  let trial = 0;
  const samples = (method: Resampling['method'], blockLength: number, metrics: readonly MetricId[]) => {
    const sample = resampler(run, { method, blockLength, metrics, seed: 42 });
    return () => sample(trial++);
  };
  const draws = { returns, start: 1e5, drawn: new Int32Array(n) };
  const path = { final: NaN, drawdown: NaN };
  const spread: MetricId[] = ['sharpe', 'volatility'];
  const all: MetricId[] = ['sharpe', 'cagr', 'max_drawdown', 'volatility'];
  printBench(
    `one sample of ${n} returns`,
    benchRatios([
      { name: 'plain sum', per: n, run: () => plainSum(returns) },
      { name: 'its stream (SHA-256 of seed, purpose and trial)', per: n, run: () => randomStream(42, 'block_bootstrap', trial++) },
      { name: 'sharpe and volatility, i.i.d.', per: n, run: samples('iid', 1, spread) },
      { name: 'sharpe and volatility, stationary, blocks of 10', per: n, run: samples('stationary', 10, spread) },
      { name: 'sharpe and volatility, stationary, blocks of 40', per: n, run: samples('stationary', 40, spread) },
      { name: 'sharpe and volatility, circular, blocks of 10', per: n, run: samples('circular', 10, spread) },
      { name: 'the four default metrics, i.i.d.', per: n, run: samples('iid', 1, all) },
      { name: 'the four default metrics, stationary, blocks of 10', per: n, run: samples('stationary', 10, all) },
      { name: 'Monte Carlo path', per: n, run: () => drawnPath(randomStream(42, 'monte_carlo', trial++), draws, path) },
      { name: 'block length of Politis & White', per: n, run: () => politisWhite(returns, 'stationary') },
    ]),
  );
}
