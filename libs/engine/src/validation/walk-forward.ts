import { computeMetrics, equityMetrics, type Metrics, type MetricsInput, returnsOf } from '@projecta/metrics';
import {
  type GridPoint,
  parameterStability,
  trialShape,
  type WalkForwardFoldSummary,
  walkForwardEfficiency,
  type WalkForwardSummary,
  walkForwardVerdict,
} from '@projecta/validation';
import { pace } from '../trials/pace.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';
import { walkForwardChoice } from './walk-forward-choice.js';
import { walkForwardDetail } from './walk-forward-detail.js';
import { walkForwardPlan } from './walk-forward-plan.js';
import { stitchedCurve, timeSpan } from './walk-forward-spans.js';
import { type Testing, walkForwardTests } from './walk-forward-tests.js';

/** Parameters chosen on the past and tested on what came after, fold by fold, and the equity of the tests end to end. */
export async function runWalkForward(run: ValidatedRun): Promise<MethodResult<WalkForwardSummary>> {
  const plan = run.walkForward ?? (await walkForwardPlan(run, 'walk_forward'));
  const { scheme, folds, trials, objective, chooses } = plan;
  const initialCash = run.config.execution.initial_cash;
  const runner = trialRunner(run.candles, run.config.metrics.risk_free);
  const choosing = chooses ? trials.count : 0;
  const steps = pace('walk_forward', choosing + 2 * folds.length, run);
  const chosen = await walkForwardChoice({ plan, runner, initialCash, pace: steps });
  const trains = await trainResults({ plan, runner, chosen, initialCash, pace: (fold, bars) => steps(choosing + fold, bars) });
  const tests: WindowResult[] = [];
  const equity = await walkForwardTests({
    ...{ plan, runner, chosen, initialCash },
    pace: (fold, bars) => steps(choosing + folds.length + fold, bars),
    onTest: (_, input) => tests.push(resultOf(input)),
  });
  const points = chosen.map((trial) => trials.point(trial));
  const found = {
    folds: folds.map(({ fold, train, test }, i): WalkForwardFoldSummary => ({
      fold,
      train: timeSpan(run, train),
      test: timeSpan(run, test),
      params: { ...run.plan.strategyParams, ...points[i] } as GridPoint,
      in_sample: trains[i]!.metrics,
      out_of_sample: tests[i]!.metrics,
    })),
    out_of_sample: equityMetrics(stitchedCurve(run, equity)).metrics,
    efficiency: walkForwardEfficiency(
      trains.map(({ mean }) => mean),
      tests.map(({ mean }) => mean),
    ),
    stability: parameterStability(points),
  };
  return {
    summary: { verdict: walkForwardVerdict(found), seed: run.config.seed, scheme, ...found },
    detail: walkForwardDetail(found.folds, { objective, equity, from: folds[0]!.test.from }),
  };
}

interface WindowResult {
  readonly metrics: Metrics;
  /** Mean simple return of a bar. */
  readonly mean: number;
}

function resultOf(input: MetricsInput): WindowResult {
  return { metrics: computeMetrics(input).metrics, mean: trialShape(returnsOf(input.outcome.equity)).mean };
}

/** What each fold's choice did on its train window. */
async function trainResults({ plan, runner, chosen, initialCash, pace: steps }: Testing): Promise<WindowResult[]> {
  const results: WindowResult[] = [];
  for (const [i, { train }] of plan.folds.entries()) {
    results.push(resultOf(runner.decide(plan.trials.plan(chosen[i]!)).run({ ...train, initialCash })));
    await steps(i, train.to);
  }
  return results;
}
