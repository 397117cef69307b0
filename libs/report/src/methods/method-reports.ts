import type { RunResult } from '@projecta/engine';
import { blockBootstrapReport } from './block-bootstrap.js';
import type { MethodReport } from './method-report.js';
import { monteCarloReport } from './monte-carlo.js';
import { overfittingReport } from './overfitting.js';
import { permutationReport } from './permutation.js';
import { walkForwardReport } from './walk-forward.js';

/** Every validation method that a run was asked for, from the question of luck to that of the search. */
export function methodReports(run: RunResult): MethodReport[] {
  const { permutation, block_bootstrap, monte_carlo, walk_forward, overfitting } = run.validation;
  return [
    permutation && permutationReport(permutation),
    block_bootstrap && blockBootstrapReport(block_bootstrap),
    monte_carlo && monteCarloReport(monte_carlo, run),
    walk_forward && walkForwardReport(walk_forward, run),
    overfitting && overfittingReport(overfitting),
  ].filter((report) => report !== undefined);
}
