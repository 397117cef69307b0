import type { ErrorCode } from '@projecta/errors';

/** How the program ends. */
export const EXIT = { done: 0, failed: 1, badInput: 2, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Errors that are no fault of the input; every other coded error is. */
const FAILURES: ReadonlySet<ErrorCode> = new Set([
  'LOOK_AHEAD',
  'STRATEGY_ERROR',
  'ARTIFACT_DAMAGED',
  'STORAGE_UNAVAILABLE',
  'SHUTTING_DOWN',
  'INTERNAL',
]);

/** The exit code of a coded error. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return FAILURES.has(code) ? EXIT.failed : EXIT.badInput;
}
