import { ERROR_CODES } from '@projecta/errors';
import { describeProblem } from '../../problems/describe-problem.js';
import { array, json, object, ref, type RouteDoc, STRING } from '../route.js';

const TAG = 'Server';
const HEALTHY = { status: 'ok', version: '0.1.0', engine: { name: 'projecta', semantics_version: 1 }, uptime_s: 86_400 };
const fine = (message: string) => ({ ok: true, message });
const READY = {
  status: 'ready',
  checks: {
    database: fine('The database takes writes.'),
    artifacts: fine('The artifact folder takes writes.'),
    workers: fine('The worker threads have started.'),
    queue: fine('The queue takes runs.'),
  },
};
const FULL = { status: 'unavailable', checks: { ...READY.checks, database: { ok: false, message: 'The disk is full. Make room.' } } };

/** Health, metrics, the session, problems. */
export const serverRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/health', id: 'health', tag: TAG, isOpen: true },
    summary: 'Whether the server lives, and its versions',
    answers: { 200: { description: 'It lives.', content: json(ref('Health'), HEALTHY) } },
  },
  {
    ...{ method: 'get', path: '/health/ready', id: 'ready', tag: TAG, isOpen: true },
    summary: 'Whether it can do its work: database, artifact store, workers, queue',
    answers: {
      200: { description: 'It can.', content: json(ref('Readiness'), READY) },
      503: {
        description: 'It cannot, and why.',
        content: { ...json(ref('Readiness'), FULL), 'application/problem+json': { schema: ref('Problem') } },
        headers: ['Retry-After'],
      },
    },
  },
  {
    ...{ method: 'get', path: '/metrics', id: 'metrics', tag: TAG },
    summary: 'Metrics for Prometheus',
    answers: {
      200: {
        description: 'Runs by state, queue length, stage durations, event streams, request times, event loop delay, memory.',
        content: { 'text/plain': { schema: STRING, examples: { example: { summary: 'A line', value: 'projecta_queue_length 0' } } } },
      },
    },
  },
  {
    ...{ method: 'post', path: '/session', id: 'beginSession', tag: TAG, isOpen: true },
    summary: 'Trade the token for a cookie',
    description: 'For EventSource, links and pages, which cannot send headers. The token comes as a bearer or in the body.',
    body: {
      required: false,
      description: 'The token, where it is not in the header.',
      content: json(object({ token: STRING }), { token: 'the value of PROJECTA_API_TOKEN' }),
    },
    answers: { 204: { description: 'The cookie is set; where the server has no token, none is needed.', headers: ['Set-Cookie'] } },
    problems: ['MALFORMED_JSON', 'DUPLICATE_KEY', 'NUMBER_NOT_EXACT', 'LIMIT_EXCEEDED', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  {
    ...{ method: 'delete', path: '/session', id: 'endSession', tag: TAG, isOpen: true },
    summary: 'Forget the cookie',
    answers: { 204: { description: 'It is forgotten.', headers: ['Set-Cookie'] } },
  },
  {
    ...{ method: 'get', path: '/problems', id: 'problems', tag: TAG, isOpen: true },
    summary: 'Every problem code, explained',
    answers: {
      200: {
        description: 'All of them.',
        content: json(object({ items: array(ref('ProblemDescription')) }), { items: ERROR_CODES.map(describeProblem) }),
      },
    },
  },
  {
    ...{ method: 'get', path: '/problems/{code}', id: 'problem', tag: TAG, isOpen: true },
    summary: 'One problem code, explained',
    parameters: [{ name: 'code', in: 'path', description: 'The code.', schema: STRING, example: 'RUN_NOT_FOUND' }],
    answers: {
      200: {
        description: 'As JSON, or as a page for who prefers HTML.',
        content: { ...json(ref('ProblemDescription'), describeProblem('RUN_NOT_FOUND')), 'text/html': { schema: STRING } },
      },
    },
    problems: ['NOT_FOUND'],
  },
];
