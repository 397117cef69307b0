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
import type { PutTrial } from '../pool/trials.js';
import { checkpoint } from '../progress.js';
import { driven } from '../trials/driven.js';
import { trialRunner } from '../trials/trial-runner.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';
import { chosenBy } from './walk-forward-choice.js';
import { walkForwardDetail } from './walk-forward-detail.js';
import type { WalkForwardPlan } from './walk-forward-plan.js';
import { stitchedCurve, timeSpan } from './walk-forward-spans.js';
import { type Testing, walkForwardTests } from './walk-forward-tests.js';

/** Parameters chosen on the past and tested on what came after, fold by fold, and the equity of the tests end to end. */
export async function runWalkForward(run: ValidatedRun): Promise<MethodResult<WalkForwardSummary>> {
  const plan = run.walkForward!;
  const { scheme, folds, candidates, objective, chooses } = plan;
  const initialCash = run.config.execution.initial_cash;
  const runner = trialRunner(run.candles, run.config.metrics.risk_free);
  const choosing = chooses ? candidates.count : 0;
  const total = choosing + 2 * folds.length;
  const tell = (done: number): Promise<void> => checkpoint({ stage: 'walk_forward', done, total }, run);
  const chosen = chooses ? await choice(run, plan, tell) : folds.map(() => 0);
  const testing = { plan, runner, chosen, initialCash };
  const trains = await driven(trainResults(testing), (fold) => tell(choosing + fold));
  const tests: WindowResult[] = [];
  const equity = await driven(walkForwardTests({ ...testing, onTest: (_, input) => tests.push(resultOf(input)) }), (fold) =>
    tell(choosing + folds.length + fold),
  );
  const points = chosen.map((trial) => candidates.point(trial));
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

/** The trial that each fold chooses. */
async function choice(run: ValidatedRun, plan: WalkForwardPlan, tell: (done: number) => Promise<void>): Promise<number[]> {
  const { candidates, folds } = plan;
  const objectives = new Float64Array(candidates.count * folds.length);
  const put: PutTrial = (trial, from, at) => objectives.set(from.subarray(at, at + folds.length), trial * folds.length);
  await run.compute({ kind: 'choice' }, { put, tell });
  return chosenBy(objectives, plan);
}

/** What each fold's choice did on its train window; pauses after each with its number. */
function* trainResults({ plan, runner, chosen, initialCash }: Testing): Generator<number, WindowResult[], void> {
  const results: WindowResult[] = [];
  for (const [i, { train }] of plan.folds.entries()) {
    results.push(resultOf(runner.decide(plan.candidates.plan(chosen[i]!)).run({ ...train, initialCash })));
    yield i;
  }
  return results;
}
