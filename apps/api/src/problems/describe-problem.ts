import type { ErrorCode } from '@projecta/errors';
import { isRetryable, problemStatus } from '../http/problem-status.js';
import { PROBLEM_ADVICE } from './problem-advice.js';
import { problemTitle } from './problem-title.js';

export interface DescribedProblem {
  readonly type: string;
  readonly code: ErrorCode;
  readonly title: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly description: string;
}

/** A code, explained. */
export function describeProblem(code: ErrorCode): DescribedProblem {
  const [status, retryable] = [problemStatus(code), isRetryable(code)];
  return { type: `/problems/${code}`, code, title: problemTitle(code), status, retryable, description: PROBLEM_ADVICE[code] };
}
