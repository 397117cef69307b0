import { type MetricId, returnsOf } from '@projecta/metrics';
import {
  type BlockBootstrapSummary,
  bootstrapIntervals,
  leaveOneOut,
  politisWhiteKernel,
  resampler,
  type ReturnsRun,
  wantsJackknife,
} from '@projecta/validation';
import { driven } from '../trials/driven.js';
import { type Pace, pace } from '../trials/pace.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';

interface Asked {
  readonly samples: number;
  readonly method: 'stationary' | 'circular' | 'iid';
  readonly block_length: number | 'auto';
  readonly confidence: number;
  readonly interval: 'percentile' | 'bca';
  readonly metrics: readonly MetricId[];
}

/** The returns of the headline run, drawn again in blocks: between what each metric comes out. */
export async function runBlockBootstrap(run: ValidatedRun): Promise<MethodResult<BlockBootstrapSummary>> {
  const asked = run.config.validation['block_bootstrap'] as unknown as Asked;
  const { samples, method, confidence, interval } = asked;
  const { seed } = run.config;
  const returnsRun = returnsRunOf(run);
  const ids = [...new Set(asked.metrics)];

  const next = pace('block_bootstrap', samples, run);
  const blockLength = await blockLengthOf(asked, returnsRun.returns, next);
  const sample = resampler(returnsRun, { method, blockLength, metrics: ids, seed });
  const values: (number | null)[][] = ids.map(() => []);
  for (let trial = 0; trial < samples; trial++) {
    await next(trial, returnsRun.ts.length);
    sample(trial).forEach((value, k) => values[k]!.push(value));
  }

  const metrics = [];
  for (const [k, id] of ids.entries()) {
    const metric = { id, observed: run.observed(id), values: values[k]! };
    metrics.push(wantsJackknife(interval, id) ? { ...metric, jackknife: await jackknifeOf(run, returnsRun, { id, samples }) } : metric);
  }
  return {
    summary: bootstrapIntervals({ method, interval, confidence, blockLength, samples, seed, metrics }),
    detail: ids.flatMap((metric, k) => values[k]!.map((value, trial) => ({ method: 'block_bootstrap', trial, metric, value }))),
  };
}

function returnsRunOf({ config, plan, candles, outcome }: ValidatedRun): ReturnsRun {
  return {
    returns: returnsOf(outcome.equity),
    ts: candles.ts,
    firstEquity: outcome.equity[0]!,
    initialCash: config.execution.initial_cash,
    periodsPerYear: plan.periodsPerYear,
    riskFree: config.metrics.risk_free,
  };
}

/** L: as asked for, by Politis & White, or 1 where bars are drawn one by one; whole for the circular bootstrap (E4). */
async function blockLengthOf({ method, block_length: asked }: Asked, returns: Float64Array, next: Pace): Promise<number> {
  if (method === 'iid') return 1;
  if (asked === 'auto') return driven(politisWhiteKernel(returns, method), () => next(0, returns.length));
  return method === 'circular' ? Math.floor(asked + 0.5) : asked;
}

/** The metric without each return in turn: n passes over the returns at worst, so with checkpoints of its own. */
async function jackknifeOf(
  run: ValidatedRun,
  returnsRun: ReturnsRun,
  { id, samples }: { readonly id: MetricId; readonly samples: number },
): Promise<(number | null)[]> {
  const next = pace('block_bootstrap', samples, run);
  const without = leaveOneOut(returnsRun, id);
  const values: (number | null)[] = [];
  for (let i = 0; i < returnsRun.returns.length; i++) {
    await next(samples, returnsRun.returns.length);
    values.push(without(i));
  }
  return values;
}
