import { postedRun } from '../pool/posted-source.js';
import { trialComputer } from '../pool/trial-computer.js';
import type { RunJob } from '../pool/trial-job.js';
import type { TrialPool } from '../pool/trial-pool.js';
import { checkpoint, type Stage } from '../progress.js';
import type { ValidationSummary, ValidationTrial } from '../validation-summary.js';
import { runBlockBootstrap } from './block-bootstrap.js';
import { runMonteCarlo } from './monte-carlo.js';
import { runOverfitting } from './overfitting.js';
import { runPermutation } from './permutation.js';
import { runTrials } from './run-trials.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';
import { runWalkForward } from './walk-forward.js';
import { walkForwardPlan, type WalkForwardPlan } from './walk-forward-plan.js';

export interface Validated {
  readonly summary: ValidationSummary;
  readonly detail: readonly ValidationTrial[];
}

/** The methods in the order they run; a key is what the config and validation_summary.json call it. */
const METHODS: { readonly [K in keyof ValidationSummary]-?: (run: ValidatedRun) => Promise<MethodResult<Required<ValidationSummary>[K]>> } =
  {
    permutation: runPermutation,
    block_bootstrap: runBlockBootstrap,
    monte_carlo: runMonteCarlo,
    walk_forward: runWalkForward,
    overfitting: runOverfitting,
  };

const METHOD_NAMES = Object.keys(METHODS) as (keyof ValidationSummary)[];

/** The headline run, and who helps with its trials. */
export type Validating = Omit<ValidatedRun, 'compute' | 'walkForward'> & { readonly pool?: TrialPool };

/** Runs the validation methods that the config asks for. */
export async function runValidation(headline: Validating): Promise<Validated> {
  const { validation } = headline.config;
  const asked = METHOD_NAMES.filter((name) => validation[name]);
  // a walk-forward that cannot be is refused now, and one that looks ahead fails, not after an hour of permutations
  const walkForward = validation['walk_forward'] ? await walkForwardPlan(headline, asked[0]!) : undefined;
  const planned = { ...headline, ...(walkForward && { walkForward }) };
  const { compute, end } = trialComputer(
    { trialsOf: (job: RunJob) => runTrials(planned, job), source: () => postedRun(planned) },
    headline.pool,
  );
  const run = { ...planned, compute };
  const summary: Record<string, unknown> = {};
  const detail: ValidationTrial[] = [];
  try {
    if (walkForward?.chooses) await certifyGrid(run, walkForward, asked[0]!);
    for (const name of asked) {
      const result = await METHODS[name](run);
      summary[name] = result.summary;
      for (const row of result.detail) detail.push(row);
    }
  } finally {
    end(headline);
  }
  return { summary, detail };
}

/**
 * Certifies every grid point before any is judged, where code of a user's decides: the run's own certificate says nothing about other parameters.
 * Our own plug-ins need none: they are tested not to look ahead.
 * @throws ProjectaError LOOK_AHEAD
 */
async function certifyGrid(run: ValidatedRun, { candidates: { count: total } }: WalkForwardPlan, stage: Stage): Promise<void> {
  if (run.catalogue === run.builtIn) return;
  await run.compute({ kind: 'certificates' }, { put: () => undefined, tell: (done) => checkpoint({ stage, done, total }, run) });
}
