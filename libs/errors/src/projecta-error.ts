import type { ErrorCode } from './error-code.js';
import type { Problem } from './problem.js';

/** Base of every error the house throws on purpose: a stable code and a message a person can act on. */
export class ProjectaError extends Error {
  readonly code: ErrorCode;
  /** All the things wrong at once, where the error is about input. */
  readonly errors: readonly Problem[];

  constructor(code: ErrorCode, message: string, errors: readonly Problem[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.errors = errors;
  }
}

/** Thrown when an input breaks its rules: carries every problem found, not only the first. */
export class ValidationFailed extends ProjectaError {
  constructor(errors: readonly Problem[], what = 'The input') {
    super('VALIDATION_FAILED', `${what} has ${errors.length} problem${errors.length === 1 ? '' : 's'}.`, errors);
  }
}
