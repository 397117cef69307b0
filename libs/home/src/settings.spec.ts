import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { LIMITS } from './environment.js';
import { settingsOf } from './settings.js';

function problemsOf(environment: Record<string, string>): readonly { path: string; message: string }[] {
  try {
    settingsOf(environment);
    return [];
  } catch (error) {
    if (error instanceof ProjectaError) return error.errors;
    throw error;
  }
}

describe('settings', () => {
  test('of an empty environment are the defaults', () => {
    const home = resolve('.projecta');
    expect(settingsOf({ PATH: '/bin' })).toEqual({
      ...{ home, databaseFile: join(home, 'projecta.db'), artifacts: home, dataDir: null, plugins: [], extraDigests: [] },
      ...{ host: '127.0.0.1', port: 8000, apiToken: null, anonymous: false, corsOrigins: [], retention: 100 },
      ...{ workers: availableParallelism(), logLevel: 'info', logFormat: null },
      limits: Object.fromEntries(Object.entries(LIMITS).map(([name, { standard }]) => [name, standard])),
    });
  });
  test('read every name of the contract', () => {
    const environment = {
      PROJECTA_HOME: '/srv/home',
      PROJECTA_HOST: '0.0.0.0',
      PROJECTA_PORT: '0',
      PROJECTA_API_TOKEN: 'a-token-of-one-s-own',
      PROJECTA_ANONYMOUS: 'allow',
      PROJECTA_CORS_ORIGINS: 'https://a.example, https://b.example:8443',
      PROJECTA_DATABASE_URL: 'sqlite:///srv/other.db',
      PROJECTA_DATA_DIR: '/srv/data',
      PROJECTA_ARTIFACTS_URL: '/srv/artifacts',
      PROJECTA_RETENTION: '7',
      PROJECTA_WORKERS: '2',
      PROJECTA_PLUGINS: 'a.js, b.js',
      PROJECTA_EXTRA_DIGESTS: 'sha512,blake3',
      PROJECTA_LOG_LEVEL: 'warn',
      PROJECTA_LOG_FORMAT: 'json',
      PROJECTA_MAX_BARS: '1000',
      PROJECTA_MAX_REQUESTS_A_MINUTE: '0',
    };
    const { limits, ...settings } = settingsOf(environment);
    expect(settings).toEqual({
      ...{ home: resolve('/srv/home'), databaseFile: resolve('/srv/other.db'), artifacts: resolve('/srv/artifacts') },
      ...{ dataDir: resolve('/srv/data'), plugins: ['a.js', 'b.js'], extraDigests: ['sha512', 'blake3'] },
      ...{ host: '0.0.0.0', port: 0, apiToken: 'a-token-of-one-s-own', anonymous: true },
      ...{ corsOrigins: ['https://a.example', 'https://b.example:8443'], retention: 7, workers: 2 },
      ...{ logLevel: 'warn', logFormat: 'json' },
    });
    expect(limits).toMatchObject({ bars: 1000, requests_a_minute: 0, queue: LIMITS.queue.standard });
  });
  test('treat an empty value as absent', () => {
    expect(settingsOf({ PROJECTA_DATA_DIR: '', PROJECTA_PORT: '' })).toMatchObject({ dataDir: null, port: 8000 });
  });
  test.each([
    ['PROJECTA_PORT', '65536'],
    ['PROJECTA_PORT', '1.5'],
    ['PROJECTA_WORKERS', '0'],
    ['PROJECTA_RETENTION', '0'],
    ['PROJECTA_API_TOKEN', 'short'],
    ['PROJECTA_API_TOKEN', 'with a space in the midst'],
    ['PROJECTA_ANONYMOUS', 'yes'],
    ['PROJECTA_CORS_ORIGINS', 'https://a.example/path'],
    ['PROJECTA_CORS_ORIGINS', '*'],
    ['PROJECTA_DATABASE_URL', 'sqlite://'],
    ['PROJECTA_LOG_LEVEL', 'loud'],
    ['PROJECTA_LOG_FORMAT', 'xml'],
    ['PROJECTA_MAX_QUEUE', '0'],
  ])('refuse %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toMatchObject([{ path: name, code: 'NOT_ALLOWED' }]);
  });
  test.each([
    ['PROJECTA_DATABASE_URL', 'postgres://user:pw@db/x'],
    ['PROJECTA_ARTIFACTS_URL', 's3://bucket/prefix'],
    ['PROJECTA_QUEUE_URL', 'redis://queue'],
  ])('say of %s=%s that it is not implemented yet', (name, value) => {
    expect(problemsOf({ [name]: value })[0]!.message).toContain('not implemented yet');
  });
  test('refuse unknown names and bad values, all at once', () => {
    const problems = problemsOf({
      PROJECTA_HOEM: 'x',
      PROJECTA_PORT: '65536',
      PROJECTA_EXTRA_DIGESTS: 'md5',
      PROJECTA_WORKERS: '0',
      HOME: '/x',
    });
    expect(problems.map(({ path }) => path)).toEqual(['PROJECTA_EXTRA_DIGESTS', 'PROJECTA_HOEM', 'PROJECTA_PORT', 'PROJECTA_WORKERS']);
    expect(problems[1]!.message).toContain('Did you mean "PROJECTA_HOME"?');
    expect(problems[2]!.message).toContain('"65536"');
  });
  test('never show a value that may hold a password', () => {
    const [problem] = problemsOf({ PROJECTA_DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(problem!.path).toBe('PROJECTA_DATABASE_URL');
    expect(problem!.message).not.toContain('hunter2');
  });
});
