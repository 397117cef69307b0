import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Manifest, sealManifest } from '@projecta/artifacts';
import { canonicalJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { completedRun } from '../testing/completed-run.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import type { ChainLink } from './chain-links.service.js';
import type { ChainVerification } from './chain-verification.service.js';

let server: RunningServer;
let runs: string[];

beforeAll(async () => {
  server = await startServer();
  runs = [];
  for (const seed of [1, 2]) runs.push(await completedRun(server, { ...SAMPLE, seed, validation: {} }));
});
afterAll(() => server.stop());

/** Writes into the ledger behind the server's back. */
async function inDatabase(sql: string, ...rows: readonly (readonly unknown[])[]): Promise<void> {
  const database = new sqlite3.Database(join(server.home, 'projecta.db'));
  const run = (text: string, values: readonly unknown[] = []): Promise<void> =>
    new Promise((resolve, reject) => database.run(text, values, (error) => (error ? reject(error) : resolve())));
  await run('PRAGMA busy_timeout = 5000');
  await run('BEGIN IMMEDIATE');
  for (const row of rows.length === 0 ? [[]] : rows) await run(sql, row);
  await run('COMMIT');
  await new Promise((resolve) => database.close(resolve));
}

async function chain(query = ''): Promise<{ items: ChainLink[]; next_cursor: string | null }> {
  return (await (await server.fetch(`/chain${query}`)).json()) as { items: ChainLink[]; next_cursor: string | null };
}

async function verification(): Promise<ChainVerification> {
  const answer = await server.fetch('/chain/verify');
  expect(answer.status).toBe(200);
  return (await answer.json()) as ChainVerification;
}

/** 250 links of runs that are gone, behind the ones that are there. */
async function lengthenChain(): Promise<void> {
  let before = (await chain()).items.at(-1)!.manifest_hash;
  const rows = Array.from({ length: 250 }, (_, i) => {
    const run_hash = sha256Hex(Buffer.from(`run ${i}`));
    const engine = { name: 'projecta', semantics_version: 1 };
    const manifest = sealManifest({ format_version: 1, run_hash, data_hash: run_hash, engine, artifacts: [] }, before);
    const row = [manifest.manifest_hash, run_hash, before, canonicalJson(manifest), 1_700_000_000_000 + i];
    before = manifest.manifest_hash;
    return row;
  });
  await inDatabase('INSERT INTO manifests (manifest_hash, run_hash, chain_prev, manifest, completed_at) VALUES (?, ?, ?, ?, ?)', ...rows);
}

test('GET /chain lists the links oldest first, and whether their runs are kept', async () => {
  const { items, next_cursor } = await chain();
  expect(next_cursor).toBeNull();
  expect(items.map(({ sequence, run_hash, kept }) => [sequence, run_hash, kept])).toEqual([
    [1, runs[0], true],
    [2, runs[1], true],
  ]);
  expect(items[0]!.chain_prev).toBeNull();
  expect(items[1]!.chain_prev).toBe(items[0]!.manifest_hash);
  expect(items[1]!.completed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a run that was deleted stays in the chain, and one that was computed again is a new link', async () => {
  await server.fetch(`/runs/${runs[0]}`, { method: 'DELETE' });
  expect((await chain()).items.map(({ kept }) => kept)).toEqual([false, true]);
  await completedRun(server, { ...SAMPLE, seed: 1, validation: {} });
  expect((await chain()).items.map(({ run_hash, kept }) => [run_hash, kept])).toEqual([
    [runs[0], false],
    [runs[1], true],
    [runs[0], true],
  ]);
  expect(await verification()).toMatchObject({ ok: true, entries: 3, broken_at: null, breaks: 0, differences: [] });
});

test('pages follow one another', async () => {
  await lengthenChain();
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof chain>> = await chain(`?limit=100${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ sequence }) => sequence));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(Array.from({ length: 253 }, (_, i) => i + 1));
  for (const query of [
    'limit=0',
    'limit=501',
    'cursor=x',
    'cursor=',
    'order=down',
    `order=desc&cursor=${(await chain('?limit=1')).next_cursor}`,
  ])
    expect([query, (await server.fetch(`/chain?${query}`)).status]).toEqual([query, 422]);
});

test('pages lead from the newest link back to the first', async () => {
  const first = await chain('?order=desc&limit=200');
  const second = await chain(`?order=desc&limit=200&cursor=${first.next_cursor}`);
  const seen = [...first.items, ...second.items].map(({ sequence }) => sequence);
  expect(seen).toEqual(Array.from({ length: 253 }, (_, i) => 253 - i));
  expect(second.next_cursor).toBeNull();
});

test('GET /chain/verify walks all of it', async () => {
  const { items } = await chain('?limit=500');
  expect(await verification()).toEqual({
    ok: true,
    entries: 253,
    head: items.at(-1)!.manifest_hash,
    broken_at: null,
    breaks: 0,
    differences: [],
  });
  expect((await server.fetch('/chain/verify?limit=1')).status).toBe(422);
});

test('says where it breaks: a manifest that was changed', async () => {
  const { items } = await chain('?limit=500');
  const { sequence, run_hash } = items[149]!;
  await inDatabase(`UPDATE manifests SET manifest = replace(manifest, '"format_version":1', '"format_version":9') WHERE sequence = ?`, [
    sequence,
  ]);
  const found = await verification();
  expect(found).toMatchObject({ ok: false, entries: 253, broken_at: 150, breaks: 1 });
  expect(found.differences).toEqual([
    { sequence: 150, run_hash, check: 'manifest_hash', message: expect.stringContaining('entry 150 says') },
  ]);
  await inDatabase(`UPDATE manifests SET manifest = replace(manifest, '"format_version":9', '"format_version":1')`);
});

test('says where it breaks: a manifest changed and sealed again, across a border of pages', async () => {
  const { items } = await chain('?limit=500');
  const old = items[99]!;
  const engine = { name: 'projecta', semantics_version: 2 };
  const forged: Manifest = sealManifest(
    { format_version: 1, run_hash: old.run_hash, data_hash: old.run_hash, engine, artifacts: [] },
    old.chain_prev,
  );
  await inDatabase('UPDATE manifests SET manifest = ?, manifest_hash = ? WHERE sequence = 100', [
    canonicalJson(forged),
    forged.manifest_hash,
  ]);
  const found = await verification();
  expect([found.ok, found.broken_at]).toEqual([false, 101]);
  expect(found.differences.map(({ sequence, check }) => [sequence, check])).toEqual([[101, 'chain']]);
});

test('says where it breaks: an entry taken out, a column beside the manifest changed, the entry of a kept run gone', async () => {
  await inDatabase('DELETE FROM manifests WHERE sequence = 180');
  await inDatabase(`UPDATE manifests SET run_hash = '${'0'.repeat(64)}' WHERE sequence = 200`);
  await inDatabase('DELETE FROM manifests WHERE sequence = 3');
  const { ok, entries, broken_at, differences } = await verification();
  expect([ok, entries, broken_at]).toEqual([false, 251, 4]);
  expect(differences.map(({ sequence, check }) => [sequence, check])).toEqual([
    [4, 'sequence'],
    [4, 'chain'],
    [101, 'chain'],
    [181, 'sequence'],
    [181, 'chain'],
    [200, 'row'],
    [null, 'missing'],
  ]);
  expect(differences.at(-1)!.run_hash).toBe(runs[0]);
});
