import { type MetricId, returnsOf } from '@projecta/metrics';
import { leaveOneOut, metricKind, resampler, type ReturnsRun } from '@projecta/validation';
import type { Trials } from '../pool/trials.js';
import type { HeadlineRun } from './headline-run.js';

export interface AskedBootstrap {
  readonly samples: number;
  readonly method: 'stationary' | 'circular' | 'iid';
  readonly block_length: number | 'auto';
  readonly confidence: number;
  readonly interval: 'percentile' | 'bca';
  readonly metrics: readonly MetricId[];
}

/** Samples of the returns: a trial's numbers are its metrics, in the order asked for. */
export function bootstrapTrials(run: HeadlineRun, blockLength: number): Trials {
  const { samples, method, metrics } = askedBootstrap(run);
  const ids = [...new Set(metrics)];
  const returnsRun = returnsRunOf(run);
  const sample = resampler(returnsRun, { method, blockLength, metrics: ids, seed: run.config.seed });
  return {
    ...{ count: samples, width: ids.length, bars: returnsRun.ts.length },
    values: (trial, into, at) => sample(trial).forEach((value, k) => (into[at + k] = value ?? NaN)),
  };
}

/** A metric without each return in turn: a trial is the return left out. */
export function jackknifeTrials(run: HeadlineRun, metric: MetricId): Trials {
  const returnsRun = returnsRunOf(run);
  const { length } = returnsRun.returns;
  const without = leaveOneOut(returnsRun, metric);
  return {
    ...{ count: length, width: 1, bars: metricKind(metric) === 'curve' ? length : 10 },
    values: (i, into, at) => void (into[at] = without(i) ?? NaN),
  };
}

export function askedBootstrap({ config }: HeadlineRun): AskedBootstrap {
  return config.validation['block_bootstrap'] as unknown as AskedBootstrap;
}

export function returnsRunOf({ config, plan, candles, outcome }: HeadlineRun): ReturnsRun {
  return {
    returns: returnsOf(outcome.equity),
    ts: candles.ts,
    firstEquity: outcome.equity[0]!,
    initialCash: config.execution.initial_cash,
    periodsPerYear: plan.periodsPerYear,
    riskFree: config.metrics.risk_free,
  };
}
