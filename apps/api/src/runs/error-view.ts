import type { ErrorCode } from '@projecta/errors';
import type { JsonObject, Run } from '@projecta/persistence';
import { problemStatus } from '../http/problem-status.js';
import { problemTitle } from '../problems/problem-title.js';
import { runAddress } from './run-links.js';

/** What a run or a sweep failed with, as the problem it would be; null where it did not. */
export function errorView(run: Run): JsonObject | null {
  if (run.error === null) return null;
  const { code, detail, errors } = run.error;
  const known = code as ErrorCode;
  return {
    ...{ type: `/problems/${known}`, title: problemTitle(known), status: problemStatus(known), detail: detail ?? '' },
    ...{ instance: runAddress(run), code: known, retryable: false, ...(errors !== undefined && { errors }) },
  };
}
