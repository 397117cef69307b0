import type { RunJob } from '../pool/trial-job.js';
import type { Trials } from '../pool/trials.js';
import { bootstrapTrials, jackknifeTrials } from './bootstrap-trials.js';
import { certificateTrials } from './certificate-trials.js';
import { choiceTrials } from './choice-trials.js';
import { gridSearch } from './grid-search.js';
import type { HeadlineRun } from './headline-run.js';
import { monteCarloTrials } from './monte-carlo-trials.js';
import { permutationTrials } from './permutation-trials.js';
import { searchTrials } from './search-trials.js';
import { walkForwardPermutationTrials } from './walk-forward-permutation-trials.js';

/** The trials of a run's validation. They are the same wherever the run is. */
export function runTrials(run: HeadlineRun, job: RunJob): Trials {
  switch (job.kind) {
    case 'permutation':
      return permutationTrials(run);
    case 'walk_forward_permutation':
      return walkForwardPermutationTrials(run);
    case 'certificates':
      return certificateTrials(run);
    case 'monte_carlo':
      return monteCarloTrials(run);
    case 'choice':
      return choiceTrials(run);
    case 'bootstrap':
      return bootstrapTrials(run, job.blockLength);
    case 'jackknife':
      return jackknifeTrials(run, job.metric);
    default:
      return searchTrials(gridSearch(run), job);
  }
}
