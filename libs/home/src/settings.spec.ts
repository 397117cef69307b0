import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { resolve } from 'node:path';
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
    expect(settingsOf({ PATH: '/bin' })).toEqual({
      home: resolve('.projecta'),
      dataDir: null,
      plugins: [],
      extraDigests: [],
    });
  });
  test('read every name of the contract', () => {
    const environment = {
      PROJECTA_HOME: '/srv/home',
      PROJECTA_HOST: '127.0.0.1',
      PROJECTA_PORT: '0',
      PROJECTA_API_TOKEN: 'secret',
      PROJECTA_CORS_ORIGINS: 'https://a.example,https://b.example',
      PROJECTA_DATABASE_URL: 'postgres://user:pw@db/x',
      PROJECTA_DATA_DIR: '/srv/data',
      PROJECTA_ARTIFACTS_URL: 's3://bucket/prefix',
      PROJECTA_QUEUE_URL: 'redis://queue',
      PROJECTA_RETENTION: '100',
      PROJECTA_WORKERS: '2',
      PROJECTA_PLUGINS: 'a.js, b.js',
      PROJECTA_EXTRA_DIGESTS: 'sha512,blake3',
      PROJECTA_LOG_LEVEL: 'warn',
      PROJECTA_LOG_FORMAT: 'json',
    };
    expect(settingsOf(environment)).toEqual({
      home: resolve('/srv/home'),
      dataDir: resolve('/srv/data'),
      plugins: ['a.js', 'b.js'],
      extraDigests: ['sha512', 'blake3'],
    });
  });
  test('treat an empty value as absent', () => {
    expect(settingsOf({ PROJECTA_DATA_DIR: '', PROJECTA_PORT: '' }).dataDir).toBeNull();
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
