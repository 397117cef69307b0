import { type ErrorCode, type Problem, ProjectaError } from '@projecta/errors';

/** An error as it can be posted; without a code where it is a bug. */
export interface PostedError {
  readonly code?: ErrorCode;
  readonly message: string;
  readonly errors: readonly Problem[];
  readonly stack: string;
}

export function postedError(error: unknown): PostedError {
  if (!(error instanceof Error)) return { message: String(error), errors: [], stack: '' };
  const { message, stack = '' } = error;
  return error instanceof ProjectaError ? { code: error.code, message, errors: error.errors, stack } : { message, errors: [], stack };
}

/** The error that was posted. */
export function errorOf({ code, message, errors, stack }: PostedError): Error {
  const error = code === undefined ? new Error(message) : new ProjectaError(code, message, errors);
  error.stack = stack;
  return error;
}
