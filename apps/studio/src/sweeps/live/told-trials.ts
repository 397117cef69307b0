import type { SweepEvent } from '@projecta/client';

/** What a sweep has told of its trials so far. */
export interface ToldTrials {
  /** The attempt that told it: another one begins anew. */
  readonly attempt: number;
  /** How many have ended. */
  readonly count: number;
  /** By number of the combination, 1 where it has ended. */
  readonly hasEnded: Uint8Array;
  /** The objective by number of the combination, NaN where none is known. */
  readonly values: Float64Array;
}

export function nothingTold(trials: number, attempt = 0): ToldTrials {
  return { attempt, count: 0, hasEnded: new Uint8Array(trials), values: new Float64Array(trials).fill(NaN) };
}

/** What is known after an event; the very same where it says nothing of trials. */
export function afterTold(told: ToldTrials, event: SweepEvent): ToldTrials {
  if (event.attempt < told.attempt) return told;
  const before = event.attempt > told.attempt ? nothingTold(told.values.length, event.attempt) : told;
  if (event.type !== 'stage.progress' || !event.trials) return before;
  const hasEnded = before.hasEnded.slice();
  const values = before.values.slice();
  let { count } = before;
  for (const [trial, value] of event.trials) {
    if (hasEnded[trial] === 0) count++;
    hasEnded[trial] = 1;
    values[trial] = value ?? NaN;
  }
  return { attempt: before.attempt, count, hasEnded, values };
}
