import type { Progress } from '@projecta/engine';

/** A progress that tells the trials of an earlier one too, which nobody was told of. */
export function withTrialsOf(earlier: Progress | undefined, later: Progress): Progress {
  if (!earlier?.trials) return later;
  return { ...later, trials: [...earlier.trials, ...(later.trials ?? [])] };
}
