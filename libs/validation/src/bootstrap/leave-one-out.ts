import { type MetricId, statisticOf } from '@projecta/metrics';
import { exactMean, squaredDeviations } from '@projecta/numeric';
import { endMetric, type EndMetricId } from './end-metric.js';
import { endsWithout } from './ends-without.js';
import { metricKind } from './metric-kind.js';
import { spreadOfValues } from './resampled-spread.js';
import type { ReturnsRun } from './returns-run.js';
import { spreadMetrics } from './spread-metrics.js';

/** A metric of the run without return i. */
export type LeaveOneOut = (i: number) => number | null;

/** The delete-one jackknife of a metric: Sharpe, volatility and growth cost a few operations a return, other metrics a pass over all of them. */
export function leaveOneOut(run: ReturnsRun, id: MetricId): LeaveOneOut {
  switch (metricKind(id)) {
    case 'spread':
      return withoutInSpread(run, id as 'sharpe' | 'volatility');
    case 'end': {
      const metric = endMetric(run, id as EndMetricId);
      const ends = endsWithout(run.returns);
      return (i) => metric(ends[i]!);
    }
    default:
      return withoutInCurve(run, id);
  }
}

function withoutInSpread(run: ReturnsRun, id: 'sharpe' | 'volatility'): LeaveOneOut {
  const { returns } = run;
  const n = returns.length;
  const metric = spreadMetrics(run)[id];
  const mean = exactMean(returns);
  const squares = squaredDeviations(returns, 0, n, mean);
  const rest = new Float64Array(Math.max(0, n - 1));
  const exact = { mean: NaN, std: NaN };
  return (i) => {
    const deviation = returns[i]! - mean;
    const left = squares - (deviation * deviation * n) / (n - 1);
    const without = mean - deviation / (n - 1);
    const std = Math.sqrt(left / (n - 2));
    if (left > 1e-4 * squares && std > 1e-8 * Math.abs(without)) return metric(without, std);
    rest.set(returns.subarray(0, i));
    rest.set(returns.subarray(i + 1), i);
    spreadOfValues(rest, exact);
    return metric(exact.mean, exact.std);
  };
}

function withoutInCurve(run: ReturnsRun, id: MetricId): LeaveOneOut {
  const { returns, firstEquity } = run;
  const n = returns.length;
  const read = statisticOf(id);
  const equity = new Float64Array(n);
  const scratch = { returns: new Float64Array(n), order: new Float64Array(n) };
  return (i) => {
    let value = firstEquity;
    equity[0] = value;
    let t = 1;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      if (value > 0) value *= 1 + returns[j]!;
      equity[t++] = value;
    }
    return read({ ...run, equity, scratch });
  };
}
