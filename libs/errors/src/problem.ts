import type { ErrorCode } from './error-code.js';

/** One thing wrong with an input: where (a JSON pointer), which rule, and what to do about it. */
export interface Problem {
  /** JSON pointer into the input, such as `/strategy/params/fast`; '' is the whole of it. */
  readonly path: string;
  readonly code: ErrorCode;
  /** What is wrong, quoting the value, and what to do. */
  readonly message: string;
  /** What would have been accepted, where that is a short list. */
  readonly allowed?: readonly (string | number)[];
}
