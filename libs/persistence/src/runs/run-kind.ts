import type { ErrorCode } from '@projecta/errors';

/** What a row is: one run, or a sweep of many. Both live the same life. */
export type RunKind = 'run' | 'sweep';

/** How messages call a row of a kind, and the code for one that is not there. */
export const KIND_WORDS: Readonly<Record<RunKind, { readonly noun: string; readonly missing: ErrorCode }>> = {
  run: { noun: 'run', missing: 'RUN_NOT_FOUND' },
  sweep: { noun: 'sweep', missing: 'SWEEP_NOT_FOUND' },
};
