import { type MetricId, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { blocksFor } from './blocks.js';
import { circularBlocks } from './circular-blocks.js';
import { endMetric, type EndMetricId } from './end-metric.js';
import { finiteOrNull } from './finite-or-null.js';
import { metricKind } from './metric-kind.js';
import { pathCurve } from './path-curve.js';
import { growthOf, type ResampledPath, resampledPath } from './resampled-path.js';
import { resampledSpread, spreadFor } from './resampled-spread.js';
import { returnSums } from './return-sums.js';
import type { ReturnsRun } from './returns-run.js';
import { spreadMetrics } from './spread-metrics.js';
import { stationaryBlocks } from './stationary-blocks.js';

export interface Resampling {
  readonly method: 'stationary' | 'circular' | 'iid';
  /** Bars: the mean of a block for `stationary`, whole for `circular`, 1 for `iid`. */
  readonly blockLength: number;
  readonly metrics: readonly MetricId[];
  readonly seed: number;
}

/** The metrics of one sample, in the order asked for; null where a value does not exist. */
export type Resampler = (trial: number) => (number | null)[];

/**
 * Makes samples of a run's returns: trial by trial, each from its own stream, so in any order and anywhere.
 * Only what the metrics need is computed: block sums for mean and deviation, the compounded path for growth and drawdown, a curve for the rest.
 */
export function resampler(run: ReturnsRun, { method, blockLength, metrics, seed }: Resampling): Resampler {
  const { returns, firstEquity } = run;
  const n = returns.length;
  const kinds = new Set(metrics.map(metricKind));
  const draw = method === 'stationary' ? stationaryBlocks : circularBlocks;
  const blocks = blocksFor(n);
  const sums = returnSums(returns);
  const growth = growthOf(returns);
  const spread = spreadFor(n);
  const path: ResampledPath = { end: 1, drawdown: 0 };
  const curve = new Float64Array(kinds.has('curve') ? n + 1 : 0);
  const scratch = { returns: new Float64Array(curve.length), order: new Float64Array(curve.length) };
  const readers = metrics.map((id): (() => number | null) => {
    switch (metricKind(id)) {
      case 'spread': {
        const metric = spreadMetrics(run)[id as 'sharpe' | 'volatility'];
        return () => metric(spread.mean, spread.std);
      }
      case 'end': {
        const metric = endMetric(run, id as EndMetricId);
        return () => metric(path.end);
      }
      case 'drawdown':
        return () => finiteOrNull(path.drawdown);
      case 'curve': {
        const metric = statisticOf(id);
        return () => metric({ ...run, equity: curve, scratch });
      }
      case 'none':
        return () => null;
    }
  });
  return (trial) => {
    draw(randomStream(seed, 'block_bootstrap', trial), n, blockLength, blocks);
    if (kinds.has('spread')) resampledSpread(sums, blocks, spread);
    if (kinds.has('end') || kinds.has('drawdown')) resampledPath(growth, blocks, path);
    if (kinds.has('curve')) pathCurve(growth, blocks, firstEquity, curve);
    return readers.map((read) => read());
  };
}
