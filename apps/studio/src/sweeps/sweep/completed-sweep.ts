import type { Sweep } from '@projecta/client';

type Known = 'best' | 'manifest' | 'tried' | 'trials' | 'skipped' | 'certified' | 'lower_is_better';

/** A sweep that has a result. */
export type CompletedSweep = Sweep & { readonly [Key in Known]: NonNullable<Sweep[Key]> };

export function isCompleted(sweep: Sweep): sweep is CompletedSweep {
  return sweep.status === 'completed' && sweep.best !== null && sweep.manifest !== null;
}
