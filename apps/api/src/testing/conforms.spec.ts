import { describe, expect, test } from '@jest/globals';
import { catalogueOf } from '@projecta/engine';
import { openApiDocument } from '../openapi/document.js';
import { RUN_EXAMPLE } from '../openapi/examples/run-examples.js';
import { conformity, type ReceivedAnswer } from './conforms.js';

const problemsOf = conformity(openApiDocument(catalogueOf(), '0.1.0'));

function answer(value: unknown, more: Partial<ReceivedAnswer> = {}, headers: Readonly<Record<string, string>> = {}): ReceivedAnswer {
  const all = new Headers({ 'content-type': 'application/json; charset=utf-8', 'x-request-id': '12345678', ...headers });
  const body = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  return { method: 'get', template: '/runs/{run_hash}', status: 200, headers: all, body, ...more };
}

describe('an answer conforms', () => {
  test('that is as the document says', () => {
    expect(problemsOf(answer(RUN_EXAMPLE))).toEqual([]);
    expect(problemsOf(answer('', { method: 'head' }))).toEqual([]);
  });
});

describe('an answer does not conform', () => {
  test.each([
    ['with a status that is not described', answer(RUN_EXAMPLE, { status: 203 })],
    ['with a further field', answer({ ...RUN_EXAMPLE, more: 1 })],
    ['without a field', answer({ ...RUN_EXAMPLE, metrics: undefined })],
    ['with a field of another type', answer({ ...RUN_EXAMPLE, metrics: { ...RUN_EXAMPLE.metrics, sharpe: '1' } })],
    ['with a word that is none of those described', answer({ ...RUN_EXAMPLE, status: 'done' })],
    ['with a time that is none', answer({ ...RUN_EXAMPLE, created_at: '2024-13-01T00:00:00.000Z' })],
    ['of another media type', answer(RUN_EXAMPLE, {}, { 'content-type': 'text/plain' })],
    ['without a header that must be there', answer(RUN_EXAMPLE, { headers: new Headers({ 'content-type': 'application/json' }) })],
    ['with a body where none is described', answer('x', { method: 'delete', status: 204 })],
    ['with a header of another form', answer(RUN_EXAMPLE, { template: '/catalog' }, { etag: 'abc', 'cache-control': 'no-cache' })],
    [
      'with an event that is none',
      answer(
        'id: 1\nevent: run.queued\ndata: {"type":"run.queued"}\n\n',
        { template: '/runs/{run_hash}/events' },
        {
          'content-type': 'text/event-stream',
        },
      ),
    ],
    [
      'with a problem of a code that this status does not have',
      answer(
        {
          type: '/problems/X',
          title: '',
          status: 404,
          detail: '',
          instance: '',
          code: 'PRESET_NOT_FOUND',
          retryable: false,
          request_id: '',
        },
        { status: 404 },
        { 'content-type': 'application/problem+json' },
      ),
    ],
  ])('%s', (_, received) => {
    expect(problemsOf(received)).not.toEqual([]);
  });
});
