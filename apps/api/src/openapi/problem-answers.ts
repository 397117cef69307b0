import { ERROR_CODES, type ErrorCode } from '@projecta/errors';
import { problemStatus } from '../http/problem-status.js';
import { describeProblem } from '../problems/describe-problem.js';
import { array, BOOLEAN, INTEGER, object, ref, type Schema, STRING } from './route.js';

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

export const PROBLEM_SCHEMAS: Readonly<Record<string, Schema>> = {
  Problem: object(
    {
      type: { type: 'string', description: 'A page that explains the code.', examples: ['/problems/RUN_NOT_FOUND'] },
      title: STRING,
      status: INTEGER,
      detail: { type: 'string', description: 'What is wrong, where, and what to do.' },
      instance: { type: 'string', description: 'The path of the request.' },
      code: { type: 'string', enum: ERROR_CODES },
      retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
      request_id: STRING,
      errors: array(ref('InputProblem')),
    },
    ['errors'],
  ),
  InputProblem: object(
    {
      path: { type: 'string', description: 'JSON pointer into the body, or the name of a parameter after a slash.' },
      code: { type: 'string', enum: ERROR_CODES },
      message: STRING,
      allowed: array({ type: ['string', 'number'] }),
    },
    ['allowed'],
  ),
  ProblemDescription: object({
    type: STRING,
    code: { type: 'string', enum: ERROR_CODES },
    title: STRING,
    status: INTEGER,
    retryable: BOOLEAN,
    description: STRING,
  }),
};

/** One example a code, which answers refer to. */
export const PROBLEM_EXAMPLES: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>> = Object.fromEntries(
  ERROR_CODES.map((code) => [code, { summary: describeProblem(code).title, value: exampleOf(code) }]),
);

/** The answers of a route's problems: one a status, with an example a code. */
export function problemAnswers(codes: readonly ErrorCode[]): Readonly<Record<number, object>> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...new Set([...codes, ...EVERYWHERE])].sort()) {
    const status = problemStatus(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, these]) => [status, answerOf(these)]));
}

function answerOf(codes: readonly ErrorCode[]): object {
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  return {
    description: codes.map((code) => `${code}: ${describeProblem(code).description}`).join('\n\n'),
    content: { 'application/problem+json': { schema: ref('Problem'), examples } },
  };
}

function exampleOf(code: ErrorCode): object {
  const { type, title, status, retryable, description } = describeProblem(code);
  const error = { path: '/strategy/params/fast', code: 'OUT_OF_RANGE', message: 'must be a whole number of at least 1, not 0.' };
  return {
    ...{ type, title, status, detail: description, instance: '/runs', code, retryable },
    request_id: '2f1c9a54-6f6e-4d0a-9c39-0c8f1f4a7a10',
    ...(code === 'VALIDATION_FAILED' && { errors: [error] }),
  };
}
