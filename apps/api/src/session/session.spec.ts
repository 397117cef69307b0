import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { isSession, SESSION_S, sessionValue } from './session-token.js';

const TOKEN = 'a-token-of-this-test-1234';
const BEARER = { Authorization: `Bearer ${TOKEN}` };

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_API_TOKEN: TOKEN, PROJECTA_LOG_LEVEL: 'debug' } });
}, 60_000);
afterAll(async () => {
  await server.stop();
});

const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
  (await server.fetch(path, { headers })).status;

describe('a server with a token', () => {
  test('answers who shows it, and nobody else', async () => {
    expect(await statusOf('/runs', BEARER)).toBe(200);
    const without = await server.fetch('/runs');
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(((await without.json()) as { code: string }).code).toBe('UNAUTHORIZED');
    for (const authorization of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, 'Bearer', `Basic ${btoa(`user:${TOKEN}`)}`, TOKEN])
      expect(await statusOf('/runs', { Authorization: authorization })).toBe(401);
    expect(await statusOf('/metrics')).toBe(401);
  });
  test('lets everybody see liveness, readiness, documentation and problems', async () => {
    for (const path of ['/health', '/health/ready', '/problems', '/problems/INTERNAL', '/openapi.json'])
      expect(await statusOf(path)).toBe(200);
    expect(await statusOf('/docs')).toBeLessThan(400);
  });
  test('gives a cookie for the token, which every call takes', async () => {
    const session = await server.fetch('/session', { method: 'POST', headers: BEARER });
    expect(session.status).toBe(204);
    const cookie = session.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^projecta_session=\S+; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(TOKEN);
    const pair = cookie.split(';')[0]!;
    expect(await statusOf('/runs', { Cookie: pair })).toBe(200);
    expect(await statusOf('/runs', { Cookie: `other=1; ${pair}` })).toBe(200);
    expect(await statusOf('/runs', { Cookie: `${pair}x` })).toBe(401);
    const body = await server.post('/session', { token: TOKEN });
    expect(body.status).toBe(204);
    const ended = await server.fetch('/session', { method: 'DELETE', headers: { Cookie: pair } });
    expect(ended.headers.get('set-cookie')).toContain('projecta_session=;');
  });
  test('gives none for another', async () => {
    expect((await server.fetch('/session', { method: 'POST' })).status).toBe(401);
    expect((await server.post('/session', { token: 'another-token-1234' })).status).toBe(401);
    expect((await server.post('/session', { token: 17 })).status).toBe(401);
    expect((await server.post('/session', null)).status).toBe(401);
  });
  test('writes the token into no line of its log', async () => {
    await server.fetch(`/runs?cursor=${TOKEN}`, { headers: { ...BEARER, 'X-Request-Id': TOKEN } });
    expect(server.log()).toContain('GET /runs');
    expect(server.log()).not.toContain(TOKEN);
  });
});

describe('the value of a cookie', () => {
  test('holds until its end, for its token', () => {
    const value = sessionValue(TOKEN, 1000);
    expect(isSession(value, TOKEN, 999)).toBe(true);
    expect(isSession(value, TOKEN, 1000)).toBe(false);
    expect(isSession(value, `${TOKEN}2`, 999)).toBe(false);
    expect(isSession(value.replace('1000', String(SESSION_S)), TOKEN, 999)).toBe(false);
    expect(isSession('', TOKEN, 0)).toBe(false);
  });
});
