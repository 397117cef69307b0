import type { ValidationSummary, ValidationTrial } from '../validation-summary.js';
import { runBlockBootstrap } from './block-bootstrap.js';
import { certifyTrials } from './certify-trials.js';
import { runMonteCarlo } from './monte-carlo.js';
import { runOverfitting } from './overfitting.js';
import { runPermutation } from './permutation.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';
import { runWalkForward } from './walk-forward.js';
import { walkForwardPlan } from './walk-forward-plan.js';

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

/** Runs the validation methods that the config asks for. */
export async function runValidation(headline: ValidatedRun): Promise<Validated> {
  const run = await prepared(headline);
  const summary: Record<string, unknown> = {};
  const detail: ValidationTrial[] = [];
  for (const [name, method] of Object.entries(METHODS)) {
    if (!run.config.validation[name]) continue;
    const result = await method(run);
    summary[name] = result.summary;
    for (const row of result.detail) detail.push(row);
  }
  return { summary, detail };
}

/** A walk-forward that cannot be is refused now, and one that looks ahead fails, not after an hour of permutations. */
async function prepared(run: ValidatedRun): Promise<ValidatedRun> {
  const { validation } = run.config;
  if (!validation['walk_forward']) return run;
  const first = (Object.keys(METHODS) as (keyof ValidationSummary)[]).find((name) => validation[name])!;
  const walkForward = await walkForwardPlan(run, first);
  if (walkForward.chooses) await certifyTrials(run, walkForward, first);
  return { ...run, walkForward };
}
