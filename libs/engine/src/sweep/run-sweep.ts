import { ProjectaError, ValidationFailed } from '@projecta/errors';
import { computeMetrics, METRIC_IDS, METRICS, type Metrics } from '@projecta/metrics';
import { bestByObjective, type GridPoint } from '@projecta/validation';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { identityOf, runHashOf } from '../identity-of.js';
import { planOf, type RunPlan } from '../run/run-plan.js';
import { pace } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import { certifier } from './certifier.js';
import { judgeSweep, requireBlocks } from './judge-sweep.js';
import { prepareSweep, type SweepInput } from './prepare-sweep.js';
import { skippedPoints, type SkippedPoints } from './skipped-points.js';
import type { NormalizedSweep } from './sweep-config.js';
import type { SweepBest, SweepResult } from './sweep-result.js';
import { type SweepTable, sweepTableOf } from './sweep-table.js';
import { sweepTrial } from './sweep-trial.js';
import { TRIAL_COST } from './trial-cost.js';

/**
 * Runs every combination of a sweep. A trial's metrics and run_hash are those of its full run; of its bars nothing is kept.
 * Combinations whose own run would be refused are skipped and counted.
 * @throws ValidationFailed for a bad sweep, or where no combination can run; ProjectaError DATA_*, TOO_FEW_BARS, LOOK_AHEAD, STRATEGY_ERROR; RunCancelled
 */
export async function runSweep(input: SweepInput): Promise<SweepResult> {
  const prepared = await prepareSweep(input);
  const { sweep_hash, identity, sweep, candles, points, catalogue, builtIn, loaded, periodsPerYear } = prepared;
  requireBlocks(sweep, candles);
  const { base, objective } = sweep;
  const bars = candles.ts.length;
  const runner = trialRunner(candles, base.metrics.risk_free);
  const certificates = certifier(candles, points.count, { ownCode: catalogue !== builtIn });
  const planFor = (config: NormalizedRunConfig): RunPlan => planOf(config, catalogue, builtIn, periodsPerYear);
  const configOf = (trial: number) => sweepTrial(points.point(trial), { base, candles, catalogue });

  const table = sweepTableOf(sweep, points.count);
  const skipped = skippedPoints();
  const steps = pace('sweep', points.count, input);
  for (let trial = 0; trial < points.count; trial++) {
    await steps(trial, TRIAL_COST + bars);
    const point = points.point(trial);
    const { config, problems } = configOf(trial);
    if (config === undefined) {
      skipped.add(point, problems);
      continue;
    }
    const run_hash = runHashOf(identityOf(config, { data: identity.data, catalogue, builtIn, loaded }));
    const metrics = named(trial, point, () => metricsOf(planFor(config), certificates.wants(trial)));
    table.add({ trial, run_hash, point, metrics });
    if (certificates.wants(trial)) await steps(trial, 3 * bars);
  }
  const trials = table.table();
  if (trials.rows === 0) throw nothingRuns(sweep, skipped.all());
  const best = bestOf(trials, sweep, points.point);
  if (!certificates.wants(best.trial)) named(best.trial, best.params, () => metricsOf(planFor(configOf(best.trial).config!), true));

  const judged = sweep.overfitting && {
    ...{ sweep, candles, runner, periodsPerYear, point: points.point },
    trials: distinctTrials(trials),
    plan: (trial: number) => planFor(configOf(trial).config!),
  };
  const judgement = judged && (await judgeSweep(judged, input));
  return {
    ...{ sweep_hash, identity, sweep, objective, lower_is_better: isLowerBetter(sweep) },
    tried: points.count,
    trials,
    best,
    skipped: skipped.all(),
    sharpe_per_bar: trials.metrics.sharpe.map((sharpe) => sharpe / Math.sqrt(periodsPerYear)),
    returns: bars - 1,
    periods_per_year: periodsPerYear,
    certified: certificates.count,
    ...(judgement && { overfitting: judgement.summary }),
    overfitting_detail: judgement?.detail ?? [],
  };

  function metricsOf(plan: RunPlan, certified: boolean): Metrics {
    const { decided, run } = runner.decide(plan);
    const { metrics } = computeMetrics(run({ from: 0, to: bars, initialCash: plan.execution.initial_cash }));
    if (certified) certificates.certify(plan, decided.directions);
    return metrics;
  }
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

/** What goes wrong in a trial is told with its values. */
function named<T>(trial: number, point: GridPoint, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    throw new ProjectaError(error.code, `Trial ${trial} (${inWords(point)}): ${error.message}`, error.errors);
  }
}

function nothingRuns({ grid }: NormalizedSweep, { reasons }: SkippedPoints): ValidationFailed {
  const { params, path, message } = reasons[0]!;
  const text = `has no combination that can run. The first, ${inWords(params)}, is refused: ${path} ${message}`;
  return new ValidationFailed([{ path: grid ? '/grid' : '/random', code: 'OUT_OF_RANGE', message: text }], 'The sweep');
}

function inWords(point: GridPoint): string {
  return Object.entries(point)
    .map(([path, value]) => `${path} ${value}`)
    .join(', ');
}
