import { ProjectaError } from '@projecta/errors';
import { computeMetrics, METRIC_IDS } from '@projecta/metrics';
import type { GridPoint } from '@projecta/validation';
import { identityOf } from '../identity-of.js';
import type { SweepJob } from '../pool/trial-job.js';
import type { Trials } from '../pool/trials.js';
import { runHasher } from '../run/run-hasher.js';
import { planOf } from '../run/run-plan.js';
import { trialRunner } from '../trials/trial-runner.js';
import { searchTrials } from '../validation/search-trials.js';
import { certifier } from './certifier.js';
import { packHash } from './packed-hash.js';
import { sweepSearch } from './sweep-search.js';
import type { SweepSetting } from './sweep-setting.js';
import { sweepTrial } from './sweep-trial.js';
import { HASH_AT, METRICS_AT, ROW_WIDTH } from './sweep-table.js';
import { TRIAL_COST } from './trial-cost.js';

/** The trials of a sweep, or of judging it. They are the same wherever the sweep is. */
export function sweepTrials(setting: SweepSetting, job: SweepJob): Trials {
  if (job.kind === 'sweep') return rowTrials(setting);
  return searchTrials(sweepSearch(setting, job.distinct!), job);
}

/** A trial is a combination; its numbers are its row: whether it runs, its run_hash, its metrics. */
function rowTrials(setting: SweepSetting): Trials {
  const { sweep, points, candles, data, catalogue, builtIn, loaded, periodsPerYear } = setting;
  const { base } = sweep;
  const bars = candles.ts.length;
  const runner = trialRunner(candles, base.metrics.risk_free);
  const hashOf = runHasher();
  const certificates = certifier(candles, points.count, { ownCode: catalogue !== builtIn });
  return {
    ...{ count: points.count, width: ROW_WIDTH, bars: TRIAL_COST + bars },
    values(trial, into, at) {
      const point = points.point(trial);
      const { config } = sweepTrial(point, { base, candles, catalogue });
      into[at] = config === undefined ? 0 : 1;
      if (config === undefined) return;
      packHash(hashOf(identityOf(config, { data, catalogue, builtIn, loaded })), into, at + HASH_AT);
      withPoint(trial, point, () => {
        const plan = planOf(config, catalogue, builtIn, periodsPerYear);
        const { decided, run } = runner.decide(plan);
        const { metrics } = computeMetrics(run({ from: 0, to: bars, initialCash: plan.execution.initial_cash }));
        if (certificates.wants(trial)) certificates.certify(plan, decided.directions);
        METRIC_IDS.forEach((id, k) => (into[at + METRICS_AT + k] = metrics[id] ?? NaN));
      });
    },
  };
}

/** What goes wrong in a trial is told with its values. */
export function withPoint<T>(trial: number, point: GridPoint, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    throw new ProjectaError(error.code, `Trial ${trial} (${inWords(point)}): ${error.message}`, error.errors);
  }
}

/** A combination's values by path, in words. */
export function inWords(point: GridPoint): string {
  return Object.entries(point)
    .map(([path, value]) => `${path} ${value}`)
    .join(', ');
}
