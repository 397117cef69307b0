import type { Progress } from '@projecta/engine';
import { withTrialsOf } from './with-trials-of.js';

/** Progress is told at most ten times a second and at every change of stage. */
const EVERY_MS = 100;

export interface ThinnedProgress {
  readonly show: (progress: Progress) => void;
  /** Tells the trials that were kept back. */
  end(): void;
}

/** Tells of progress now and then. What falls between is left out, but for trials: the next that is told has them, of the same stage. */
export function thinnedProgress(tell: (progress: Progress) => void, now: () => number): ThinnedProgress {
  let last: { readonly stage: string; readonly at: number } | undefined;
  let kept: Progress | undefined;
  const end = (): void => {
    if (kept?.trials) tell(kept);
    kept = undefined;
  };
  return {
    show(progress) {
      const at = now();
      if (progress.stage !== last?.stage) end();
      kept = withTrialsOf(kept, progress);
      if (progress.stage === last?.stage && at - last.at < EVERY_MS) return;
      tell(kept);
      kept = undefined;
      last = { stage: progress.stage, at };
    },
    end,
  };
}
