import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './testing/running-server.js';
import { SAMPLE } from './testing/sample-config.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Root may write anywhere; who else runs the tests is nobody special already. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-serve-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a start with these settings says, and how it ends. */
function failingStart(env: Record<string, string>, who: { uid?: number } = {}): { readonly status: number | null; readonly says: string } {
  const { PATH } = process.env;
  const settings = { PATH: PATH ?? '', PROJECTA_HOME: join(folder, 'home'), PROJECTA_PORT: '0', ...env };
  const { status, stderr } = spawnSync(process.execPath, [MAIN], { ...who, env: settings, encoding: 'utf8', timeout: 30_000 });
  return { status, says: stderr };
}

describe('a start that cannot be', () => {
  test.each([
    [{ PROJECTA_HOST: '0.0.0.0' }, 'needs PROJECTA_API_TOKEN'],
    [{ PROJECTA_PORTT: '1' }, 'Did you mean "PROJECTA_PORT"?'],
    [{ PROJECTA_PORT: '99999' }, 'PROJECTA_PORT: must be a whole number 0–65535, not "99999".'],
    [{ PROJECTA_API_TOKEN: 'short' }, 'PROJECTA_API_TOKEN: must be 16 visible ASCII characters or more, without spaces.'],
    [{ PROJECTA_DATABASE_URL: 'postgres://u:secret@h/d' }, 'PostgreSQL is not implemented yet.'],
    [{ PROJECTA_ARTIFACTS_URL: 's3://bucket' }, 's3:// is not implemented yet.'],
    [{ PROJECTA_QUEUE_URL: 'redis://h' }, 'PROJECTA_QUEUE_URL: must be unset'],
    [{ PROJECTA_CORS_ORIGINS: 'example.com' }, 'origins such as https://app.example.com'],
    [{ PROJECTA_PLUGINS: '/no/such/plugin.js' }, 'There is no plug-in file "/no/such/plugin.js".'],
  ])('says why and exits 2: %j', (env, why) => {
    const { status, says } = failingStart(env);
    expect(says).toContain(why);
    expect(status).toBe(2);
    expect(says).not.toContain('secret');
    expect(says).not.toContain(' at '); // no stack
  });
  test('a damaged database file is said to be one, and left as it is', () => {
    const home = join(folder, 'damaged');
    mkdirSync(home);
    writeFileSync(join(home, 'projecta.db'), 'This is no database. '.repeat(500));
    const { status, says } = failingStart({ PROJECTA_HOME: home });
    expect([status, says]).toEqual([2, expect.stringMatching(/database/i)]);
  });
  test('a home that is a file', () => {
    const home = join(folder, 'file');
    writeFileSync(home, '');
    expect(failingStart({ PROJECTA_HOME: home })).toEqual({ status: 2, says: expect.stringContaining('Make it a writable folder') });
  });
  test('a home that cannot be written to', () => {
    const home = join(folder, 'readonly');
    mkdirSync(home);
    chmodSync(folder, 0o755);
    chmodSync(home, 0o555);
    const { status, says } = failingStart({ PROJECTA_HOME: home }, NOBODY);
    expect([status, says]).toEqual([2, expect.stringContaining('Make it a writable folder')]);
  });
  test('a port that is taken', async () => {
    const first = await startServer();
    try {
      const { status, says } = failingStart({ PROJECTA_PORT: new URL(first.url).port });
      expect([status, says]).toEqual([2, expect.stringContaining('EADDRINUSE')]);
    } finally {
      await first.stop();
    }
  }, 60_000);
});

describe('an end', () => {
  test('by SIGTERM lets a running run finish, closes open streams, and exits 0', async () => {
    const home = join(folder, 'ending');
    const server = await startServer({ home });
    const config = { ...SAMPLE, validation: { permutation: { trials: 2000 } } };
    const { run_hash } = (await (await server.post('/runs', config)).json()) as { run_hash: string };
    const stream = await server.fetch(`/runs/${run_hash}/events`);
    const closed = stream.text();
    const since = performance.now();
    expect(await server.stop()).toBe(0);
    await closed;
    expect(performance.now() - since).toBeLessThan(15_000);
    const again = await startServer({ home });
    const waited = await again.post('/runs', config, { Prefer: 'wait=60' });
    expect(await waited.json()).toMatchObject({ run_hash, status: 'completed', created: false });
    await again.stop();
  }, 120_000);
  test('leaves nothing on stdout but the line with the URL', async () => {
    const child = spawn(process.execPath, [MAIN], { env: { ...plain(), PROJECTA_HOME: join(folder, 'quiet'), PROJECTA_PORT: '0' } });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
      child.kill('SIGTERM');
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(out).toMatch(/^Project A is ready at http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(code).toBe(0);
  }, 60_000);
});

function plain(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '' };
}
