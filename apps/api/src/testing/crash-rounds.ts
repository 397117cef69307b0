import { runsFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { openStore } from '@projecta/persistence';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningServer, startServer } from './running-server.js';
import { SAMPLE } from './sample-config.js';

export interface CrashOptions {
  readonly home: string;
  readonly rounds: number;
  /** 0–1, the same sequence for the same seed. */
  readonly chance: () => number;
  readonly onRound?: (line: string) => void;
}

/** What all rounds came to; each list is empty when nothing was lost. */
export interface CrashReport {
  readonly rounds: number;
  /** Runs whose 201 or 200 had arrived before a kill. */
  readonly acknowledged: number;
  /** Kills that came while runs were being computed. */
  readonly kills_at_work: number;
  /** The latest that a killed server was ready again, in ms. */
  readonly slowest_restart_ms: number;
  readonly lost: readonly string[];
  readonly unfinished: readonly string[];
  readonly with_two_results: readonly string[];
  readonly damaged: readonly string[];
  readonly orphans: readonly string[];
  readonly events_out_of_line: readonly string[];
  readonly chain: { readonly ok: boolean; readonly length: number };
}

/**
 * Posts runs to a server and kills it at a random instant, again and again on one home; then lets it finish and looks at everything.
 * The instants are spread over start-up, idling and work.
 */
export async function crashRounds({ home, rounds, chance, onRound }: CrashOptions): Promise<CrashReport> {
  const acknowledged = new Set<string>();
  let kills_at_work = 0;
  let slowest_restart_ms = 0;
  for (let round = 0; round < rounds; round++) {
    const since = performance.now();
    const server = await startServer({ home, env: SETTINGS });
    slowest_restart_ms = Math.max(slowest_restart_ms, performance.now() - since);
    const until = { over: false };
    const posting = postUntil(server, { until, acknowledged, chance });
    await sleep(chance() * chance() * 1_500); // more of them early
    if ((await running(server)) > 0) kills_at_work++;
    until.over = true;
    await server.kill();
    await posting;
    onRound?.(`round ${round + 1}: ${acknowledged.size} runs acknowledged`);
  }
  const server = await startServer({ home, env: SETTINGS });
  const unfinished = await unfinishedAfter(server, 120_000);
  await server.stop();
  return {
    rounds,
    acknowledged: acknowledged.size,
    kills_at_work,
    slowest_restart_ms: Math.round(slowest_restart_ms),
    unfinished,
    ...(await inspect(home, acknowledged)),
  };
}

const SETTINGS = { PROJECTA_RETENTION: '100000', PROJECTA_WORKERS: '2', PROJECTA_MAX_QUEUE: '40' };

/** Some runs are posted twice, some at once: a repeat makes no second result. */
async function postUntil(
  { post }: RunningServer,
  { until, acknowledged, chance }: { readonly until: { over: boolean }; readonly acknowledged: Set<string>; readonly chance: () => number },
): Promise<void> {
  while (!until.over) {
    const seed = Math.floor(chance() * 1_000_000);
    const config = { ...SAMPLE, seed, validation: { permutation: { trials: 1 + Math.floor(chance() * 40) } } };
    const posts = Array.from({ length: chance() < 0.3 ? 3 : 1 }, () => posted(post, config));
    for (const run_hash of await Promise.all(posts)) if (run_hash !== undefined) acknowledged.add(run_hash);
  }
}

async function posted(post: RunningServer['post'], config: unknown): Promise<string | undefined> {
  try {
    const response = await post('/runs', config);
    if (response.status !== 200 && response.status !== 201) {
      await sleep(20);
      return undefined;
    }
    return ((await response.json()) as { run_hash: string }).run_hash;
  } catch {
    await sleep(5);
    return undefined; // the server died: the run is not acknowledged
  }
}

async function running(server: RunningServer): Promise<number> {
  const text = await server.fetch('/metrics').then((response) => response.text());
  return Number(/projecta_runs\{status="running"\} (\d+)/.exec(text)?.[1] ?? 0);
}

async function unfinishedAfter(server: RunningServer, patience_ms: number): Promise<string[]> {
  const until = performance.now() + patience_ms;
  for (;;) {
    const left = [...(await hashes(server, 'queued')), ...(await hashes(server, 'running'))];
    if (left.length === 0 || performance.now() > until) return left;
    await sleep(200);
  }
}

async function hashes(server: RunningServer, status: string): Promise<string[]> {
  const { items } = (await (await server.fetch(`/runs?status=${status}&limit=500`)).json()) as { items: { run_hash: string }[] };
  return items.map(({ run_hash }) => run_hash);
}

type Inspected = Omit<CrashReport, 'rounds' | 'acknowledged' | 'kills_at_work' | 'slowest_restart_ms' | 'unfinished'>;

/** Looks into the home itself, with no server in between. */
async function inspect(home: string, acknowledged: ReadonlySet<string>): Promise<Inspected> {
  const store = await openStore({ file: join(home, 'projecta.db') });
  try {
    const kept = new Set((await store.runs.withArtifacts()).map(({ run_hash }) => run_hash));
    const folders = await readdir(runsFolder(home));
    const orphans = [...folders.filter((name) => !kept.has(name)), ...(await readdir(join(home, 'datasets')))];
    const lost: string[] = [];
    for (const run_hash of acknowledged) if ((await store.runs.find(run_hash))?.status !== 'completed') lost.push(run_hash);
    const with_two_results: string[] = [];
    const damaged: string[] = [];
    const events_out_of_line: string[] = [];
    for (const run_hash of kept) {
      if ((await store.ledger.ofRun(run_hash)).length !== 1) with_two_results.push(run_hash);
      const whole = await verifyRunFolder(join(runsFolder(home), run_hash), { runHash: run_hash }).catch(() => undefined);
      if (!whole?.ok) damaged.push(run_hash);
      const types = (await store.events.after({ runs: [run_hash] })).map(({ type }) => type);
      if (types[0] !== 'run.queued' || types.at(-1) !== 'run.completed' || types.filter((type) => type === 'run.completed').length !== 1)
        events_out_of_line.push(run_hash);
    }
    return { lost, with_two_results, damaged, orphans, events_out_of_line, chain: await chain(store) };
  } finally {
    await store.close();
  }
}

async function chain(store: Awaited<ReturnType<typeof openStore>>): Promise<CrashReport['chain']> {
  let [prev, length, ok]: [string | null, number, boolean] = [null, 0, true];
  let cursor: string | undefined;
  do {
    const page = await store.ledger.list({ limit: 500, ...(cursor !== undefined && { cursor }) });
    for (const { chain_prev, manifest_hash } of page.items) {
      ok &&= chain_prev === prev;
      prev = manifest_hash;
      length++;
    }
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return { ok, length };
}
