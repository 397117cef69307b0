import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type Store } from './open-store.js';
import { allPages } from './testing/all-pages.js';
import { compiledStore } from './testing/compiled-store.js';
import { type Hammering, startHammering } from './testing/hammering.js';
import { completion, sampleRun } from './testing/sample-run.js';
import { temporaryFolder } from './testing/temporary-folder.js';

/** Kills of the crash test, over two databases; set CRASH_ROUNDS for the long form. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20);

const { folder, remove } = temporaryFolder();
let dist: string;
beforeAll(() => {
  dist = compiledStore(folder);
});
afterAll(async () => {
  started.forEach(({ kill }) => kill());
  await Promise.allSettled(started.map(({ ended }) => ended));
  remove();
});

const started: Hammering[] = [];
function hammer(path: string, label: string, runs?: number): Hammering {
  const hammering = startHammering(dist, { folder: path, label, ...(runs === undefined ? {} : { runs }) });
  started.push(hammering);
  return hammering;
}

function home(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

/** The store is whole, and everything that was acknowledged is in it, once. */
async function expectSound(store: Store, path: string, hammerings: readonly Hammering[]): Promise<void> {
  expect(await store.integrity()).toEqual([]);
  const links = await allPages(store.ledger.list);
  expect(links.map(({ sequence }) => sequence)).toEqual(links.map((_, i) => i + 1));
  expect(links.map(({ chain_prev }) => chain_prev)).toEqual(
    [null, ...links.slice(0, -1).map(({ manifest_hash }) => manifest_hash)].slice(0, links.length),
  );

  const runs = new Map((await allPages(store.runs.list)).map((run) => [run.run_hash, run]));
  const linked = links.map(({ run_hash }) => run_hash).sort();
  expect(linked).toEqual([...new Set(linked)]);
  for (const { submitted, completed } of hammerings) {
    expect(submitted.filter((run_hash) => !runs.has(run_hash))).toEqual([]);
    for (const [run_hash, manifest_hash] of completed) expect(runs.get(run_hash)).toMatchObject({ status: 'completed', manifest_hash });
  }

  const kept = await store.runs.withArtifacts();
  expect(kept.map(({ run_hash }) => run_hash).sort()).toEqual(linked);
  for (const { run_hash, manifest_hash } of kept) expect(readFileSync(join(path, 'runs', run_hash), 'utf8')).toBe(manifest_hash);

  const ends = new Map<string, number>();
  let afterId = 0;
  for (let page = await store.events.after({ afterId }); page.length > 0; page = await store.events.after({ afterId })) {
    for (const { id, run_hash, type } of page) {
      expect(id).toBeGreaterThan(afterId);
      afterId = id;
      if (type === 'run.completed') ends.set(run_hash, (ends.get(run_hash) ?? 0) + 1);
    }
  }
  expect([...ends.keys()].sort()).toEqual(linked);
  expect(new Set(ends.values())).toEqual(new Set(links.length > 0 ? [1] : []));
}

describe('one file', () => {
  test('two stores of one process share it', async () => {
    const file = join(home('one-process'), 'projecta.db');
    const stores = await Promise.all([openStore({ file }), openStore({ file })]);
    const both = Array.from({ length: 40 }, (_, n) => n);
    const answers = await Promise.all(both.flatMap((n) => stores.map((store) => store.runs.submit(sampleRun(n)))));
    expect(answers.filter(({ created }) => created)).toHaveLength(40);
    await Promise.all(
      both.map(async (n) => {
        const claimed = await stores[n % 2]!.runs.claimNext({ owner: String(n) });
        await stores[(n + 1) % 2]!.runs.complete(completion(claimed!));
      }),
    );
    const links = await allPages(stores[0]!.ledger.list);
    expect(links.map(({ chain_prev }) => chain_prev)).toEqual([null, ...links.slice(0, -1).map(({ manifest_hash }) => manifest_hash)]);
    expect(new Set(links.map(({ run_hash }) => run_hash)).size).toBe(40);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('two processes hammer it: no run, link or event is lost or doubled', async () => {
    const path = home('two-processes');
    const hammerings = ['a', 'b'].map((label) => hammer(path, label, 25));
    await Promise.all(hammerings.flatMap(({ ready, ended }) => [ready, ended]));
    const store = await openStore({ file: join(path, 'projecta.db') });
    await expectSound(store, path, hammerings);
    expect(hammerings.map(({ submitted }) => submitted.length)).toEqual([25, 25]);
    expect(await store.ledger.count()).toBeGreaterThanOrEqual(50);
    await store.close();
  });

  test(`a process killed at any instant leaves it whole (${ROUNDS} kills)`, async () => {
    await Promise.all([killAgainAndAgain('left', ROUNDS / 2), killAgainAndAgain('right', ROUNDS / 2)]);
  }, 600_000);
});

/** Reads everything after each kill with nobody else in the file, so that the write-ahead log is recovered each time. */
async function killAgainAndAgain(name: string, rounds: number): Promise<void> {
  const path = home(name);
  const hammerings: Hammering[] = [];
  for (let round = 0; round < rounds; round++) {
    const hammering = hammer(path, 'a');
    hammerings.push(hammering);
    await (round < 2 ? hammering.opening : hammering.ready); // the first ones while the tables are made
    await sleep(randomInt(0, round < 2 ? 60 : 150));
    hammering.kill();
    await hammering.ended;
    const store = await openStore({ file: join(path, 'projecta.db') });
    await expectSound(store, path, hammerings);
    await store.close();
  }
  expect(hammerings.some(({ completed }) => completed.size > 0)).toBe(true);
}
