import { type ErrorCode, type Problem, ProjectaError } from '@projecta/errors';
import { isRetryable, problemStatus } from './problem-status.js';
import { problemTitle } from '../problems/problem-title.js';

/** RFC 9457, with what this API adds. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly request_id: string;
  readonly errors?: readonly Problem[];
}

/** A problem as it is answered. What was not thrown on purpose says nothing of its cause. */
export function problemDocument(
  error: unknown,
  { instance, request_id }: { readonly instance: string; readonly request_id: string },
): ProblemDocument {
  const known = error instanceof ProjectaError ? error : unexpected();
  const { code, message: detail, errors } = known;
  // candles that a config asks for are part of an input, candles that a path names are not
  const status = code === 'DATA_NOT_FOUND' && errors.length > 0 ? 422 : problemStatus(code);
  const title = problemTitle(code);
  const retryable = isRetryable(code);
  return { type: `/problems/${code}`, title, status, detail, instance, code, retryable, request_id, ...(errors.length > 0 && { errors }) };
}

function unexpected(): ProjectaError {
  return new ProjectaError('INTERNAL', 'Something broke that should not. The log has more under the request_id; please report it.');
}
