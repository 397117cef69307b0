import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completedRun } from '../testing/completed-run.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import type { RunVerification } from './verifications.service.js';

const CSV = 'ours.csv';
const OURS = { ...SAMPLE, symbol: 'ours', timeframe: '1h', end: '2024-01-20', validation: {} };

let server: RunningServer;
let data: string;
let run_hash: string;
let ours: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'projecta-data-'));
  writeFileSync(join(data, CSV), candles(1));
  server = await startServer({ env: { PROJECTA_DATA_DIR: data, PROJECTA_WORKERS: '1' } });
  run_hash = await completedRun(server, SAMPLE);
  ours = await completedRun(server, OURS);
});
afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true });
});

/** 456 hours of prices that swing. */
function candles(seed: number): string {
  const rows = Array.from({ length: 456 }, (_, i) => {
    const price = 100 + ((i * 37 * seed) % 29);
    return `${new Date(Date.UTC(2024, 0, 1, i)).toISOString()},${price},${price + 2},${price - 2},${price + 1},10`;
  });
  return ['ts,open,high,low,close,volume', ...rows, ''].join('\n');
}

async function verified(hash: string, query = ''): Promise<RunVerification & { readonly run_hash: string }> {
  const answer = await server.fetch(`/runs/${hash}/verify${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as RunVerification & { readonly run_hash: string };
}

const folder = (): string => join(server.home, 'runs', run_hash);

describe('GET /runs/{run_hash}/verify', () => {
  test('of an intact run finds nothing, file by file, and its place in the chain', async () => {
    const { ok, artifacts, differences, chain, replay, ...rest } = await verified(run_hash.slice(0, 12));
    expect([rest.run_hash, ok, differences, replay]).toEqual([run_hash, true, [], null]);
    const manifest = JSON.parse(readFileSync(join(folder(), 'manifest.json'), 'utf8')) as { manifest_hash: string };
    expect(chain).toEqual({ ok: true, sequence: 1, manifest_hash: manifest.manifest_hash, chain_prev: null, message: null });
    expect(artifacts).toHaveLength(13);
    expect(artifacts.every(({ ok: fine, message }) => fine && message === null)).toBe(true);
    expect((await verified(ours)).chain).toMatchObject({ ok: true, sequence: 2, chain_prev: manifest.manifest_hash });
  });

  test('with replay computes the run again and finds it the same', async () => {
    for (const hash of [run_hash, ours]) {
      const { ok, replay } = await verified(hash, '?replay=true');
      expect([ok, replay]).toEqual([true, { status: 'same', message: expect.any(String), differences: [] }]);
    }
  });

  test('answers 404 for a run that is not there, and 422 for parameters it does not know', async () => {
    expect((await server.fetch(`/runs/${'f'.repeat(64)}/verify`)).status).toBe(404);
    for (const query of ['replay=yes', 'reply=true', 'replay=true&replay=true'])
      expect([query, (await server.fetch(`/runs/${run_hash}/verify?${query}`)).status]).toEqual([query, 422]);
  });
});

describe('a damaged run', () => {
  /** Runs `harm` on the folder, and puts everything back after `look`. */
  async function harmed(harm: (folder: string) => void, look: (found: RunVerification) => void, query = ''): Promise<void> {
    const kept = mkdtempSync(join(tmpdir(), 'projecta-kept-'));
    cpSync(folder(), kept, { recursive: true });
    try {
      harm(folder());
      look(await verified(run_hash, query));
    } finally {
      rmSync(folder(), { recursive: true, force: true });
      cpSync(kept, folder(), { recursive: true });
      rmSync(kept, { recursive: true });
    }
  }

  const checks = ({ differences }: RunVerification): string[] => differences.map(({ artifact, check }) => `${artifact} ${check}`);
  const failing = ({ artifacts }: RunVerification): string[] => artifacts.filter(({ ok }) => !ok).map(({ name }) => name);

  test('is told file by file: changed, missing, added', async () => {
    const harm = (path: string): void => {
      writeFileSync(join(path, 'metrics.json'), readFileSync(join(path, 'metrics.json'), 'utf8').replace('{', ' '));
      rmSync(join(path, 'report.html'));
      writeFileSync(join(path, 'extra.json'), '{}');
    };
    await harmed(harm, (found) => {
      expect(found.ok).toBe(false);
      expect(checks(found).sort()).toEqual(['extra.json extra', 'metrics.json sha256', 'report.html missing']);
      expect(failing(found)).toEqual(['metrics.json', 'report.html', 'extra.json']);
      expect(found.chain.ok).toBe(true);
      expect(JSON.stringify(found)).not.toContain(server.home);
    });
  });

  test('is damaged when its manifest is that of another run, sealed as it may be', async () => {
    const harm = (path: string): void => cpSync(join(server.home, 'runs', ours), path, { recursive: true });
    await harmed(harm, (found) => {
      expect(found.ok).toBe(false);
      expect(checks(found)).toEqual(
        expect.arrayContaining(['manifest.json manifest_hash', 'manifest.json run_hash', 'manifest.json chain']),
      );
    });
  });

  test('without its folder or its manifest is an answer, not an error, and can still be replayed', async () => {
    for (const harm of [
      (path: string): void => rmSync(path, { recursive: true }),
      (path: string): void => rmSync(join(path, 'manifest.json')),
    ]) {
      await harmed(
        harm,
        (found) => {
          expect([found.ok, checks(found), found.replay?.status]).toEqual([false, ['manifest.json missing'], 'same']);
          expect(JSON.stringify(found)).not.toContain(server.home);
        },
        '?replay=true',
      );
    }
  });
});

describe('a replay', () => {
  const status = async (): Promise<string | undefined> => (await verified(ours, '?replay=true')).replay?.status;

  test('without its candles is data_missing, on changed ones data_changed, and nothing is wrong with the run', async () => {
    rmSync(join(data, CSV));
    const missing = await verified(ours, '?replay=true');
    expect([missing.ok, missing.replay?.status]).toEqual([true, 'data_missing']);
    expect(missing.replay?.message).toContain('There are no candles for ours');
    writeFileSync(join(data, CSV), candles(3));
    const changed = await verified(ours, '?replay=true');
    expect([changed.ok, changed.replay?.status, changed.replay?.differences]).toEqual([true, 'data_changed', []]);
    writeFileSync(join(data, CSV), candles(1).split('\n').slice(0, 3).join('\n'));
    expect(await status()).toBe('data_changed');
    writeFileSync(join(data, CSV), candles(1));
    expect(await status()).toBe('same');
  });

  test('of a run on a stored version finds that version after others have replaced it, and after the data set was removed', async () => {
    const put = (seed: number): Promise<Response> =>
      server.fetch('/datasets/stored?timeframe=1h', { method: 'PUT', headers: { 'Content-Type': 'text/csv' }, body: candles(seed) });
    expect((await put(1)).status).toBe(201);
    const stored = await completedRun(server, { ...OURS, symbol: 'stored' });
    await put(5);
    expect((await verified(stored, '?replay=true')).replay?.status).toBe('same');
    expect((await server.fetch('/datasets/stored', { method: 'DELETE' })).status).toBe(204);
    expect((await verified(stored, '?replay=true')).replay?.status).toBe('same');
  });

  test('of a run on a file finds the file although candles of its symbol were stored since, and stored ones where the file is gone', async () => {
    const put = (seed: number): Promise<Response> =>
      server.fetch('/datasets/ours?timeframe=1h', { method: 'PUT', headers: { 'Content-Type': 'text/csv' }, body: candles(seed) });
    await put(5);
    expect(await status()).toBe('same');
    rmSync(join(data, CSV));
    expect(await status()).toBe('data_changed');
    await put(1);
    expect(await status()).toBe('same');
    await server.fetch('/datasets/ours', { method: 'DELETE' });
    writeFileSync(join(data, CSV), candles(1));
  });

  test('whose client goes away stops, and the worker is free for runs', async () => {
    const long = await completedRun(server, { ...SAMPLE, seed: 3, end: '2024-01-08', validation: { permutation: { trials: 60 } } });
    const leaving = new AbortController();
    const replay = server.fetch(`/runs/${long}/verify?replay=true`, { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 150);
    await expect(replay).rejects.toThrow();
    await completedRun(server, { ...SAMPLE, seed: 4, validation: {} });
    expect((await verified(long, '?replay=true')).replay?.status).toBe('same');
    expect(server.log()).toBe('');
  });
});
