import type { ErrorCode } from '@projecta/errors';

/** The HTTP status of every code; 422 for those that say what is wrong with an input. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  MALFORMED_JSON: 400,
  DUPLICATE_KEY: 400,
  NUMBER_NOT_EXACT: 400,
  UNAUTHORIZED: 401,
  HOST_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  RUN_NOT_FOUND: 404,
  PRESET_NOT_FOUND: 404,
  ARTIFACT_NOT_FOUND: 404,
  SWEEP_NOT_FOUND: 404,
  DATA_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  AMBIGUOUS_PREFIX: 409,
  RUN_PINNED: 409,
  RUN_PRUNED: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  QUEUE_FULL: 429,
  ARTIFACT_DAMAGED: 500,
  INTERNAL: 500,
  SHUTTING_DOWN: 503,
  STORAGE_UNAVAILABLE: 503,
};

const UNPROCESSABLE = 422;

/** The status a code is answered with. */
export function problemStatus(code: ErrorCode): number {
  return STATUS[code] ?? UNPROCESSABLE;
}

/** Whether the same request may succeed later. */
export function isRetryable(code: ErrorCode): boolean {
  const status = problemStatus(code);
  return status === 429 || status === 503;
}
