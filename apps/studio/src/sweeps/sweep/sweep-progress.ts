import type { RunEvent, SweepEvent } from '@projecta/client';
import { afterEvent, type ProgressState } from '../../progress/progress-state.js';
import { allStages, shareDone } from '../../progress/stages.js';

/** How far a sweep is after an event: its events are those of a run under another name. */
export function afterSweepEvent(state: ProgressState, { sweep_hash, ...event }: SweepEvent): ProgressState {
  return afterEvent(state, { ...event, run_hash: sweep_hash } as RunEvent);
}

/** The stages that a sweep goes through, in order. */
export function sweepStages({ overfitting }: { readonly overfitting?: unknown }): readonly string[] {
  return ['data', 'sweep', ...(overfitting === undefined ? [] : ['overfitting']), 'artifacts'];
}

/** The share of a sweep that is done, 0 to 1, where its config is not at hand. */
export function sweepShare({ status, stages }: ProgressState): number {
  return status === 'completed' ? 1 : shareDone(allStages(sweepStages({}), stages), stages);
}
