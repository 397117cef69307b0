import { METRIC_IDS, type MetricId } from '@projecta/metrics';
import type { PutTrial } from '../pool/trials.js';
import type { Progress, TrialValue } from '../progress.js';
import { METRICS_AT } from './sweep-table.js';

/** Up to so many combinations a sweep tells of each trial as it ends: of more no map is drawn while it runs. */
export const MOST_TOLD_TRIALS = 10_000;

/** The trials of a sweep that ended and that nobody was told of yet. */
export interface UntoldTrials {
  readonly put: PutTrial;
  /** What progress says of them, who are told by that. */
  take(): Pick<Progress, 'trials'>;
}

/** Gathers the objective of each trial, null where it has none or does not run; nothing in a sweep of too many combinations. */
export function untoldTrials(count: number, objective: MetricId): UntoldTrials {
  const objectiveAt = METRICS_AT + METRIC_IDS.indexOf(objective);
  let gathered: TrialValue[] = [];
  return {
    put(trial, from, at) {
      if (count > MOST_TOLD_TRIALS) return;
      const value = from[at] === 0 ? NaN : from[at + objectiveAt]!;
      gathered.push([trial, Number.isNaN(value) ? null : value]);
    },
    take() {
      if (gathered.length === 0) return {};
      const trials = gathered;
      gathered = [];
      return { trials };
    },
  };
}
