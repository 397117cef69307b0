import { ValidationFailed } from '@projecta/errors';
import { METRIC_IDS, METRICS, type Metrics } from '@projecta/metrics';
import { bestByObjective, type GridPoint } from '@projecta/validation';
import { postedSweep } from '../pool/posted-source.js';
import { trialComputer } from '../pool/trial-computer.js';
import type { SweepJob } from '../pool/trial-job.js';
import type { PutTrial, Trials } from '../pool/trials.js';
import { checkpoint } from '../progress.js';
import { planOf } from '../run/run-plan.js';
import { pace } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import { type Certifier, certifier } from './certifier.js';
import { judgeSweep } from './judge-sweep.js';
import { prepareSweep, type SweepInput } from './prepare-sweep.js';
import { skippedPoints, type SkippedPoints } from './skipped-points.js';
import type { NormalizedSweep } from './sweep-config.js';
import type { SweepBest, SweepResult } from './sweep-result.js';
import type { SweepSetting } from './sweep-setting.js';
import { type GrowingSweepTable, type SweepTable, sweepTableOf } from './sweep-table.js';
import { sweepTrial } from './sweep-trial.js';
import { inWords, sweepTrials, withPoint } from './sweep-trials.js';
import { TRIAL_COST } from './trial-cost.js';
import { untoldTrials } from './untold-trials.js';

/**
 * Runs every combination of a sweep. A trial's metrics and run_hash are those of its full run; of its bars nothing is kept.
 * Combinations whose own run would be refused are skipped and counted.
 * @throws ValidationFailed for a bad sweep, or where no combination can run; ProjectaError DATA_*, TOO_FEW_BARS, LOOK_AHEAD, STRATEGY_ERROR; RunCancelled
 */
export async function runSweep(input: SweepInput): Promise<SweepResult> {
  const prepared = await prepareSweep(input);
  const { sweep_hash, identity, sweep, candles, points, periodsPerYear } = prepared;
  const setting: SweepSetting = { ...prepared, data: identity.data };
  const trialsOf = (job: SweepJob): Trials => sweepTrials(setting, job);
  const { compute, end } = trialComputer({ trialsOf, source: () => postedSweep(setting) }, input.pool);
  try {
    const table = sweepTableOf(sweep, points);
    const untold = untoldTrials(points.count, sweep.objective);
    const tell = (done: number): Promise<void> => checkpoint({ stage: 'sweep', done, total: points.count, ...untold.take() }, input);
    const put: PutTrial = (...trial) => {
      table.put(...trial);
      untold.put(...trial);
    };
    await compute({ kind: 'sweep' }, { put, tell });
    await tell(points.count);
    const skipped = await skippedOf(setting, table, input);
    const trials = table.table();
    if (trials.rows === 0) throw nothingRuns(sweep, skipped);
    const best = bestOf(trials, sweep, points.point);
    const certificates = certifier(candles, points.count, { ownCode: setting.catalogue !== setting.builtIn });
    const sampled = trials.trial.filter((trial) => certificates.wants(trial)).length;
    if (!certificates.wants(best.trial)) certifyTrial(setting, best.trial, certificates);
    const judgement = sweep.overfitting && (await judgeSweep({ setting, distinct: distinctTrials(trials), compute }, input));
    return {
      ...{ sweep_hash, identity, sweep, objective: sweep.objective, lower_is_better: isLowerBetter(sweep) },
      tried: points.count,
      ...{ trials, best, skipped },
      sharpe_per_bar: trials.metrics.sharpe.map((sharpe) => sharpe / Math.sqrt(periodsPerYear)),
      returns: candles.ts.length - 1,
      periods_per_year: periodsPerYear,
      warnings: prepared.warnings,
      certified: sampled + certificates.count,
      ...(judgement && { overfitting: judgement.summary }),
      overfitting_detail: judgement?.detail ?? [],
    };
  } finally {
    end(input);
  }
}

/** What was wrong with the trials that do not run, counted in their order. */
async function skippedOf(
  { sweep: { base }, points, candles, catalogue }: SweepSetting,
  table: GrowingSweepTable,
  input: SweepInput,
): Promise<SkippedPoints> {
  const skipped = skippedPoints();
  const steps = pace('sweep', points.count, input);
  for (let trial = 0; trial < points.count; trial++) {
    if (table.runs(trial)) continue;
    await steps(points.count, TRIAL_COST);
    const point = points.point(trial);
    skipped.add(point, sweepTrial(point, { base, candles, catalogue }).problems);
  }
  return skipped.all();
}

/** Decides a trial again and certifies it. */
function certifyTrial(setting: SweepSetting, trial: number, certificates: Certifier): void {
  const { sweep, points, candles, catalogue, builtIn, periodsPerYear } = setting;
  const point = points.point(trial);
  const { config } = sweepTrial(point, { base: sweep.base, candles, catalogue });
  const plan = planOf(config!, catalogue, builtIn, periodsPerYear);
  const { decided, run } = trialRunner(candles, sweep.base.metrics.risk_free).decide(plan);
  withPoint(trial, point, () => {
    if (plan.strategy.form === 'step') run({ from: 0, to: candles.ts.length, initialCash: plan.execution.initial_cash });
    certificates.certify(plan, decided.directions);
  });
}

/** The first trial that ties with the best objective (E11); one without a value ranks last. */
function bestOf(trials: SweepTable, sweep: NormalizedSweep, pointOf: (trial: number) => GridPoint): SweepBest {
  const row = bestByObjective(trials.metrics[sweep.objective], isLowerBetter(sweep));
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const metrics = Object.fromEntries(METRIC_IDS.map((id) => [id, orNull(trials.metrics[id][row]!)])) as Metrics;
  const trial = trials.trial[row]!;
  return { row, trial, run_hash: trials.run_hash[row]!, params: pointOf(trial), value: metrics[sweep.objective], metrics };
}

function isLowerBetter({ objective }: NormalizedSweep): boolean {
  return METRICS.find(({ id }) => id === objective)?.lowerIsBetter ?? false;
}

/** Each distinct run once: random draws may repeat. */
function distinctTrials({ run_hash, trial }: SweepTable): Int32Array {
  const first = new Map<string, number>();
  run_hash.forEach((hash, row) => first.has(hash) || first.set(hash, trial[row]!));
  return Int32Array.from(first.values());
}

function nothingRuns({ grid }: NormalizedSweep, { reasons }: SkippedPoints): ValidationFailed {
  const { params, path, message } = reasons[0]!;
  const text = `has no combination that can run. The first, ${inWords(params)}, is refused: ${path} ${message}`;
  return new ValidationFailed([{ path: grid ? '/grid' : '/random', code: 'OUT_OF_RANGE', message: text }], 'The sweep');
}
