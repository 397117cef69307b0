import type { ErrorCode, InputProblem, Problem } from './schemas.js';

/** What a service answers instead of what was asked for: every field of its problem document (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** Stable: branch on it. `NO_PROBLEM` where the answer is no problem document: something between here and the service made it. */
  readonly code: ErrorCode | 'NO_PROBLEM';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly instance: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** By which the service's log knows the request. */
  readonly request_id: string;
  /** What is wrong with the input: all of it, each with its path. */
  readonly errors: readonly InputProblem[];
  /** Seconds to wait before the same request; undefined where the service does not say. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem | undefined, { status, statusText, headers }: Pick<Response, 'status' | 'statusText' | 'headers'>) {
    const told = problem ?? missing(status, statusText);
    const errors = told.errors ?? [];
    super(`${told.detail}${errors.map(({ path, message }) => `\n  ${path || '/'}: ${message}`).join('')}`);
    this.code = told.code;
    this.status = status;
    this.type = told.type;
    this.title = told.title;
    this.detail = told.detail;
    this.instance = told.instance;
    this.retryable = told.retryable;
    this.request_id = told.request_id || (headers.get('x-request-id') ?? '');
    this.errors = errors;
    this.retryAfter = seconds(headers.get('retry-after'));
  }
}

/** The problem of an answer that is not a success, whose body is `body`. */
export function apiProblem(response: Response, body: unknown): ApiProblem {
  return new ApiProblem(isProblem(body) ? body : undefined, response);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

function missing(status: number, statusText: string): Omit<Problem, 'code'> & { readonly code: 'NO_PROBLEM' } {
  const detail = `HTTP ${status} ${statusText}, with an answer that is no problem document: the service did not make it.`;
  const retryable = status === 429 || status >= 502;
  return { type: 'about:blank', title: statusText, status, detail, instance: '', code: 'NO_PROBLEM', retryable, request_id: '' };
}

function seconds(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
