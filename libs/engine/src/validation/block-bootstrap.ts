import type { MetricId } from '@projecta/metrics';
import { type BlockBootstrapSummary, bootstrapIntervals, politisWhiteKernel, wantsJackknife } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import { driven } from '../trials/driven.js';
import { type AskedBootstrap, askedBootstrap, returnsRunOf } from './bootstrap-trials.js';
import { type MethodResult, orNull, type ValidatedRun } from './validated-run.js';

/** The returns of the headline run, drawn again in blocks: between what each metric comes out. */
export async function runBlockBootstrap(run: ValidatedRun): Promise<MethodResult<BlockBootstrapSummary>> {
  const asked = askedBootstrap(run);
  const { samples, method, confidence, interval } = asked;
  const { seed } = run.config;
  const ids = [...new Set(asked.metrics)];
  const tell = (done: number): Promise<void> => checkpoint({ stage: 'block_bootstrap', done, total: samples }, run);

  const blockLength = await blockLengthOf(asked, returnsRunOf(run).returns, () => tell(0));
  const values = ids.map(() => Array<number | null>(samples));
  await run.compute(
    { kind: 'bootstrap', blockLength },
    { put: (trial, from, at) => values.forEach((ofMetric, k) => (ofMetric[trial] = orNull(from[at + k]!))), tell },
  );

  const metrics = [];
  for (const [k, id] of ids.entries()) {
    const metric = { id, observed: run.observed(id), values: values[k]! };
    metrics.push(wantsJackknife(interval, id) ? { ...metric, jackknife: await jackknifeOf(run, id, () => tell(samples)) } : metric);
  }
  return {
    summary: bootstrapIntervals({ method, interval, confidence, blockLength, samples, seed, metrics }),
    detail: ids.flatMap((metric, k) => values[k]!.map((value, trial) => ({ method: 'block_bootstrap', trial, metric, value }))),
  };
}

/** L: as asked for, by Politis & White, or 1 where bars are drawn one by one; whole for the circular bootstrap (E4). */
async function blockLengthOf(
  { method, block_length: asked }: AskedBootstrap,
  returns: Float64Array,
  atPause: () => Promise<void>,
): Promise<number> {
  if (method === 'iid') return 1;
  if (asked === 'auto') return driven(politisWhiteKernel(returns, method), atPause);
  return method === 'circular' ? Math.floor(asked + 0.5) : asked;
}

/** The metric without each return in turn. */
async function jackknifeOf(run: ValidatedRun, metric: MetricId, tell: () => Promise<void>): Promise<(number | null)[]> {
  const values = Array<number | null>(run.candles.ts.length - 1);
  await run.compute({ kind: 'jackknife', metric }, { put: (i, from, at) => void (values[i] = orNull(from[at]!)), tell });
  return values;
}
