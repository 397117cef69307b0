import { afterEach, describe, expect, test } from '@jest/globals';
import { ApiProblem, createClient } from '@projecta/client';
import { answering, type ScriptedServer, scriptedServer } from './testing/scripted-server.js';

let server: ScriptedServer;
afterEach(() => server.close());

describe('what a service refuses', () => {
  test('is thrown with every problem of the input in its message', async () => {
    const errors = [{ path: '/seed', code: 'WRONG_TYPE', message: 'must be a whole number.' }];
    server = await scriptedServer([answering(422, { code: 'VALIDATION_FAILED', detail: 'The RunConfig has 1 problem.', errors })]);
    const config = { symbol: 'TEST', timeframe: '1d', start: 0, end: 1, strategy: { name: 'buy_and_hold' } } as const;
    const failed = await createClient({ baseUrl: server.url })
      .runs.submit(config)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'ApiProblem', code: 'VALIDATION_FAILED', status: 422, errors });
    expect((failed as Error).message).toBe('The RunConfig has 1 problem.\n  /seed: must be a whole number.');
  });
  test('carries the time to wait', async () => {
    server = await scriptedServer([answering(429, { code: 'QUEUE_FULL', detail: 'Full.', retryable: true }, { 'Retry-After': '7' })]);
    await expect(createClient({ baseUrl: server.url }).health()).rejects.toMatchObject({ retryable: true, retryAfter: 7 });
  });
  test('by somebody in between is said to be so', async () => {
    server = await scriptedServer([
      (response) => response.writeHead(502, { 'Content-Type': 'text/html', 'X-Request-Id': 'abcdefgh' }).end('<h1>Bad gateway</h1>'),
    ]);
    const failed = await createClient({ baseUrl: server.url })
      .health()
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ApiProblem);
    expect(failed).toMatchObject({ code: 'NO_PROBLEM', status: 502, retryable: true, request_id: 'abcdefgh' });
  });
});

describe('a request', () => {
  test('carries the token, whichever way it is sent', async () => {
    server = await scriptedServer([]);
    const client = createClient({ baseUrl: `${server.url}/`, token: 'secret' });
    await client.runs.remove('a');
    await client.artifacts.get('a', 'x y.json', { format: 'csv' });
    for await (const event of client.runs.events('a/b')) void event;
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer secret'));
    expect(server.requests.map(({ path }) => path)).toEqual(['/runs/a', '/runs/a/artifacts/x%20y.json?format=csv', '/runs/a%2Fb/events']);
  });
  test('names runs and sweeps by their own addresses, also in one stream', async () => {
    server = await scriptedServer([]);
    const client = createClient({ baseUrl: server.url });
    await client.sweeps.remove('b');
    await client.sweeps.file('b', 'sweep.parquet', { format: 'csv', columns: 'trial' });
    for await (const event of client.sweeps.events('b')) void event;
    for await (const event of client.events(['a', 'c'])) void event;
    for await (const event of client.events({ runs: ['a'], sweeps: ['b'] })) void event;
    expect(server.requests.map(({ path }) => path)).toEqual([
      ...['/sweeps/b', '/sweeps/b/artifacts/sweep.parquet?format=csv&columns=trial', '/sweeps/b/events'],
      ...['/events?run=a&run=c', '/events?run=a&sweep=b'],
    ]);
  });
  test('goes through the fetch that is given', async () => {
    server = await scriptedServer([]);
    const seen: string[] = [];
    const { runs } = createClient({
      baseUrl: server.url,
      fetch: (request) => {
        seen.push(`${request.method} ${new URL(request.url).pathname}`);
        return fetch(request);
      },
    });
    await runs.remove('a');
    for await (const event of runs.events('a')) void event;
    expect(seen).toEqual(['DELETE /runs/a', 'GET /runs/a/events']);
  });
});
