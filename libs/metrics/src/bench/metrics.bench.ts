import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { bookOf } from '../book.js';
import { computeMetrics, METRIC_IDS, scratchFor, statisticOf, type MetricId } from '../index.js';
import type { MetricsInput } from '../metrics-input.js';
import { randomRun } from '../random-run.twin.js';

for (const bars of [10_000, 1_000_000]) {
  const scratch = scratchFor(bars);
  const run: MetricsInput = { ...randomRun({ bars, seed: 7 }), scratch };
  const values = run.outcome.equity.slice();
  const one = (id: MetricId) => ({ name: id, run: () => statisticOf(id)(run), per: bars });
  const part = (name: 'returns' | 'spread' | 'sums' | 'drawdown' | 'tails' | 'market' | 'attribution') => ({
    name: `${name} (with what it needs)`,
    run: () => bookOf(run)[name](),
    per: bars,
  });
  printBench(
    `metrics, ${bars} bars`,
    benchRatios([
      { name: 'plainSum', run: () => plainSum(values), per: bars },
      { name: `all ${METRIC_IDS.length} metrics`, run: () => computeMetrics(run), per: bars },
      part('returns'),
      part('spread'),
      part('sums'),
      part('drawdown'),
      part('tails'),
      part('market'),
      part('attribution'),
      ...(['sharpe', 'lo_sharpe', 'var_95', 'exposure', 'turnover'] as const).map(one),
    ]),
  );
}
