import { ERROR_CODES, type ErrorCode } from '@projecta/errors';
import { problemStatus } from '../http/problem-status.js';
import { describeProblem } from '../problems/describe-problem.js';
import { PROBLEM_EXAMPLES } from './examples/problem-examples.js';
import { array, BOOLEAN, INTEGER, object, type ProblemDoc, ref, type Schema, STRING } from './route.js';

/** What every route may answer: an edge before it refused the request, or something broke. */
export const EVERYWHERE: readonly ErrorCode[] = [
  'UNAUTHORIZED',
  'HOST_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'RATE_LIMITED',
  'SHUTTING_DOWN',
  'STORAGE_UNAVAILABLE',
  'INTERNAL',
];

const CODE: Schema = { type: 'string', enum: ERROR_CODES };

export const PROBLEM_SCHEMAS: Readonly<Record<string, Schema>> = {
  ErrorCode: { ...CODE, description: 'Stable: branch on it, never on messages.' },
  Problem: object(
    {
      type: { type: 'string', description: 'A page that explains the code.', examples: ['/problems/RUN_NOT_FOUND'] },
      title: STRING,
      status: INTEGER,
      detail: { type: 'string', description: 'What is wrong, where, and what to do.' },
      instance: { type: 'string', description: 'The path of the request.' },
      code: ref('ErrorCode'),
      retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
      request_id: STRING,
      errors: array(ref('InputProblem')),
    },
    ['errors'],
  ),
  InputProblem: object(
    {
      path: { type: 'string', description: 'JSON pointer into the body, or the name of a parameter after a slash.' },
      code: ref('ErrorCode'),
      message: STRING,
      allowed: array({ type: ['string', 'number'] }),
    },
    ['allowed'],
  ),
  ProblemDescription: object({
    type: STRING,
    code: ref('ErrorCode'),
    title: STRING,
    status: INTEGER,
    retryable: BOOLEAN,
    description: STRING,
  }),
};

/** The answers of a route's problems: one a status, with the codes it may have and an example of each. What many share is a reference. */
export function problemAnswers(problems: readonly ProblemDoc[]): Readonly<Record<number, object>> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const problem of [...problems, ...EVERYWHERE]) {
    const [code, status] = typeof problem === 'string' ? [problem, problemStatus(problem)] : problem;
    const before = byStatus.get(status) ?? [];
    if (!before.includes(code)) byStatus.set(status, [...before, code]);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, sharedOr(status, codes.sort())]));
}

/** Answers with one code or two, which several routes have. */
export const PROBLEM_RESPONSES: Readonly<Record<string, object>> = Object.fromEntries(
  [
    ...ERROR_CODES.map((code) => [code]),
    ['SHUTTING_DOWN', 'STORAGE_UNAVAILABLE'] as const,
    ['AMBIGUOUS_PREFIX', 'RUN_PINNED'] as const,
  ].map((codes) => [codes.join('.'), answerOf(problemStatus(codes[0]!), codes)]),
);

function sharedOr(status: number, codes: readonly ErrorCode[]): object {
  const name = codes.join('.');
  const isShared = Object.hasOwn(PROBLEM_RESPONSES, name) && problemStatus(codes[0]!) === status;
  return isShared ? { $ref: `#/components/responses/${name}` } : answerOf(status, codes);
}

function answerOf(status: number, codes: readonly ErrorCode[]): object {
  const examples = Object.fromEntries(codes.filter(hasExample(status)).map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  const narrowed = { type: 'object', properties: { status: { const: status }, code: { type: 'string', enum: codes } } };
  return {
    description: codes.map((code) => `${code}: ${describeProblem(code).description}`).join('\n\n'),
    headers: Object.fromEntries(headersAt(status).map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: { 'application/problem+json': { schema: { allOf: [ref('Problem'), narrowed] }, examples } },
  };
}

/** A code has one example, which is shown where its status is the one that is answered. */
function hasExample(status: number): (code: ErrorCode) => boolean {
  return (code) => (PROBLEM_EXAMPLES[code].value as { readonly status: number }).status === status;
}

function headersAt(status: number): readonly string[] {
  if (status === 401) return ['X-Request-Id', 'WWW-Authenticate'];
  return status === 429 || status === 503 ? ['X-Request-Id', 'Retry-After'] : ['X-Request-Id'];
}
