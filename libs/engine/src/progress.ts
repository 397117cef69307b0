/** The stages of a run, in order; validation methods stand between metrics and artifacts under their own names. A sweep has data, sweep and overfitting. */
export type Stage =
  | 'data'
  | 'indicators'
  | 'strategy'
  | 'simulation'
  | 'metrics'
  | 'permutation'
  | 'block_bootstrap'
  | 'monte_carlo'
  | 'walk_forward'
  | 'overfitting'
  | 'sweep'
  | 'artifacts';

/** A trial of a sweep that ended: the number of its combination and its objective, null where that has no value or the trial does not run. */
export type TrialValue = readonly [trial: number, value: number | null];

/** How far a run has come: `done` of `total` steps of a stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  /** Trials of a sweep that ended since the progress before, in any order, each told once; of sweeps of at most 10,000 combinations. */
  readonly trials?: readonly TrialValue[];
}

/** Told of progress; may answer with a promise, which is awaited: the way for a caller to let its event loop turn. */
export type OnProgress = (progress: Progress) => void | Promise<void>;

/** The part of an AbortSignal that the engine reads. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Thrown when a run was cancelled through its signal. */
export class RunCancelled extends Error {
  override readonly name = 'AbortError';
  constructor() {
    super('The run was cancelled.');
  }
}

/** Tells of progress, lets the caller's event loop turn, then stops if the run was cancelled meanwhile. */
export async function checkpoint(
  progress: Progress,
  { onProgress, signal }: { readonly onProgress?: OnProgress; readonly signal?: Cancellation },
): Promise<void> {
  if (signal?.aborted) throw new RunCancelled();
  await onProgress?.(progress);
  if (signal?.aborted) throw new RunCancelled();
}
