import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { rawRequest } from '../testing/raw-request.js';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_CORS_ORIGINS: 'https://app.example.com' } });
}, 60_000);
afterAll(async () => {
  await server.stop();
});

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly retryable: boolean;
  readonly request_id: string;
}

const problemOf = async (response: Response): Promise<Problem> => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return (await response.json()) as Problem;
};

describe('problems', () => {
  test('have every field of RFC 9457 and ours, and the request_id of the header', async () => {
    const response = await server.fetch('/nothing', { headers: { 'X-Request-Id': 'my-request-17' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('x-request-id')).toBe('my-request-17');
    expect(await problemOf(response)).toEqual({
      type: '/problems/NOT_FOUND',
      title: 'Not found',
      status: 404,
      detail: 'There is nothing at /nothing. GET /docs lists what there is.',
      instance: '/nothing',
      code: 'NOT_FOUND',
      retryable: false,
      request_id: 'my-request-17',
    });
  });
  test('are explained at their type, for programs and for people', async () => {
    const json = await server.fetch('/problems/QUEUE_FULL');
    expect(await json.json()).toMatchObject({ code: 'QUEUE_FULL', status: 429, retryable: true });
    const page = await server.fetch('/problems/QUEUE_FULL', { headers: { Accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<h1>Queue full</h1>');
    const list = (await (await server.fetch('/problems')).json()) as { items: { code: string }[] };
    expect(list.items.length).toBeGreaterThan(40);
  });
  test('a path that is there for other methods is 405 with Allow', async () => {
    const put = await server.fetch('/runs', { method: 'PUT' });
    expect(put.status).toBe(405);
    expect(put.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect((await problemOf(put)).code).toBe('METHOD_NOT_ALLOWED');
  });
  test('an Accept that takes no JSON is 406', async () => {
    const response = await server.fetch('/health', { headers: { Accept: 'image/png' } });
    expect([response.status, (await problemOf(response)).code]).toEqual([406, 'NOT_ACCEPTABLE']);
    for (const accept of ['*/*', 'application/*', 'text/html, */*;q=0.1', 'application/problem+json'])
      expect((await server.fetch('/health', { headers: { Accept: accept } })).status).toBe(200);
  });
  test('HEAD is GET without the body', async () => {
    const response = await server.fetch('/health', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('who may ask', () => {
  test('a Host that is not loopback is refused, so that no foreign name can be pointed here', async () => {
    for (const host of ['evil.example.com', 'localhost.evil.com', '127.0.0.1.nip.io', '']) {
      const { status, body } = await rawRequest(server.url, ['GET /health HTTP/1.1', `Host: ${host}`, 'Connection: close']);
      expect([status, JSON.parse(body).code]).toEqual([403, 'HOST_NOT_ALLOWED']);
    }
    for (const host of ['localhost', 'LOCALHOST:8000', '127.0.0.1:1', '[::1]:8000']) {
      const { status } = await rawRequest(server.url, ['GET /health HTTP/1.1', `Host: ${host}`, 'Connection: close']);
      expect(status).toBe(200);
    }
  });
  test('CORS answers listed origins only, and exposes what front ends read', async () => {
    const preflight = (origin: string) =>
      server.fetch('/runs', { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });
    const listed = await preflight('https://app.example.com');
    expect(listed.status).toBe(204);
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    for (const header of ['Authorization', 'Last-Event-ID', 'Prefer'])
      expect(listed.headers.get('access-control-allow-headers')).toContain(header);
    expect((await preflight('https://evil.example.com')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await server.fetch('/health', { headers: { Origin: 'https://app.example.com' } });
    for (const header of ['ETag', 'Retry-After', 'Content-Range', 'Location', 'X-Request-Id'])
      expect(answer.headers.get('access-control-expose-headers')).toContain(header);
  });
  test('a page of a foreign origin cannot change anything, not even by a form', async () => {
    const post = (origin: string) => server.fetch('/session', { method: 'POST', headers: { Origin: origin } });
    expect((await post('https://evil.example.com')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
    expect((await post('https://app.example.com')).status).toBe(204);
    expect((await post(server.url)).status).toBe(204);
  });
  test('answers carry the headers that keep browsers careful', async () => {
    const { headers } = await server.fetch('/health');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('what the server says of itself', () => {
  test('liveness gives the versions of engine and semantics', async () => {
    expect(await (await server.fetch('/health')).json()).toMatchObject({
      status: 'ok',
      engine: { name: 'projecta', semantics_version: 1 },
    });
  });
  test('readiness looks at database, artifact store, workers and queue', async () => {
    const readiness = (await (await server.fetch('/health/ready')).json()) as { status: string; checks: Record<string, { ok: boolean }> };
    expect(readiness.status).toBe('ready');
    expect(Object.entries(readiness.checks).map(([name, { ok }]) => [name, ok])).toEqual([
      ['database', true],
      ['artifacts', true],
      ['workers', true],
      ['queue', true],
    ]);
  });
  test('Prometheus gets runs by state, queue length, streams, event loop delay and request times', async () => {
    const text = await (await server.fetch('/metrics')).text();
    for (const name of [
      'projecta_runs{status="queued"} 0',
      'projecta_queue_length 0',
      'projecta_sse_clients 0',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toContain(name);
    expect(text).toMatch(/projecta_request_seconds_count\{method="GET",route="\/health",status="200"\} \d+/);
  });
});
