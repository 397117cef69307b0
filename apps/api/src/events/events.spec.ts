import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { misbehaving, misbehavingPlugins } from '../testing/plugins.js';
import { type ReadEvent, readEvents, type ReadOptions, type ReadStream } from '../testing/read-events.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { smallRun } from '../testing/sample-runs.js';
import { until } from '../testing/until.js';

const MOST_STREAMS = 1_000;

let folder: string;
let home: string;
let env: Record<string, string>;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projecta-events-'));
  home = join(folder, 'home');
  env = { PROJECTA_PLUGINS: misbehavingPlugins(folder), PROJECTA_WORKERS: '1', PROJECTA_MAX_SUBSCRIBERS: String(MOST_STREAMS) };
  server = await startServer({ env, home });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface ListedEvent {
  readonly id: number;
  readonly type: string;
}

async function submitted(config: object, headers = {}): Promise<string> {
  return ((await (await server.post('/runs', config, headers)).json()) as { run_hash: string }).run_hash;
}

const completed = (config: object) => submitted(config, { Prefer: 'wait=30' });
const read = (path: string, options: ReadOptions = {}): Promise<ReadStream> => readEvents(`${server.url}${path}`, options);
const since = (id: number | string) => ({ headers: { 'Last-Event-ID': String(id) } });
const ids = (events: readonly { readonly id: number }[]): number[] => events.map(({ id }) => id);

/** All events of a run, as the list has them. */
async function stored(run_hash: string): Promise<ListedEvent[]> {
  const headers = { Accept: 'application/json' };
  return ((await (await server.fetch(`/runs/${run_hash}/events?limit=500`, { headers })).json()) as { items: ListedEvent[] }).items;
}

async function problem(path: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await server.fetch(path, { headers });
  return [response.status, ((await response.json()) as { code: unknown }).code];
}

describe('the events of a run', () => {
  test('are told from the start, live, and end with the last', async () => {
    const run_hash = await submitted(SAMPLE);
    const { status, events, retry, text } = await read(`/runs/${run_hash}/events`);
    expect([status, retry]).toEqual([200, 2_000]);
    expect(ids(events)).toEqual([...new Set(ids(events))].sort((a, b) => a - b));
    const kinds = events.map(({ type, data }) => ('stage' in data ? `${type} ${String(data['stage'])}` : type));
    const stages = ['data', 'indicators', 'strategy', 'simulation', 'metrics', 'permutation', 'artifacts'];
    expect(kinds.filter((kind) => !kind.startsWith('stage.progress'))).toEqual([
      ...['run.queued', 'run.started', ...stages.flatMap((stage) => [`stage.started ${stage}`, `stage.completed ${stage}`])],
      ...['run.warning', 'run.completed'],
    ]);
    expect(events.every(({ type, data }) => data['type'] === type && data['run_hash'] === run_hash && data['attempt'] === 1)).toBe(true);
    expect(events.at(-1)!.data).toMatchObject({ at: expect.stringMatching(/^\d{4}-.*Z$/), metrics: { trades: 93 } });
    expect(text.endsWith('\n\n')).toBe(true);
  });

  test('go on after any event that a reader has, and are over for who has the last', async () => {
    const run_hash = await completed(SAMPLE);
    const all = (await read(`/runs/${run_hash}/events`)).events;
    for (const [i, { id }] of all.entries()) {
      const last = i === all.length - 1;
      const { status, events } = await read(`/runs/${run_hash.slice(0, 10)}/events`, since(id));
      expect([status, ids(events)]).toEqual([last ? 204 : 200, ids(all.slice(i + 1))]);
    }
    expect((await read(`/runs/${run_hash}/events?after_id=${all[2]!.id}`)).events).toEqual(all.slice(3));
    expect((await read(`/runs/${run_hash}/events?after_id=0`)).events).toEqual(all);
    expect((await read(`/runs/${run_hash}/events?after_id=${all.at(-1)!.id}`)).status).toBe(204);
    // Last-Event-ID beats after_id; one of another database counts as the last
    expect((await read(`/runs/${run_hash}/events?after_id=${all.at(-1)!.id}`, since(all[4]!.id))).events).toEqual(all.slice(5));
    expect((await read(`/runs/${run_hash}/events`, since(999_999_999))).status).toBe(204);
  });

  test('of a run that is tried again go on with the next attempt', async () => {
    const run_hash = await completed(misbehaving('broken'));
    const first = (await read(`/runs/${run_hash}/events`)).events;
    expect(first.at(-1)).toMatchObject({ type: 'run.failed', data: { attempt: 1, code: 'STRATEGY_ERROR', message: expect.any(String) } });
    expect((await read(`/runs/${run_hash}/events`, since(first.at(-1)!.id))).status).toBe(204);
    await completed(misbehaving('broken'));
    const second = await read(`/runs/${run_hash}/events`, since(first.at(-1)!.id));
    expect(second.status).toBe(200);
    expect(second.events.map(({ type, data }) => `${String(data['attempt'])} ${type}`)).toEqual(
      expect.arrayContaining(['2 run.queued', '2 run.started', '2 run.failed']),
    );
    expect((await read(`/runs/${run_hash}/events`)).events).toEqual([...first, ...second.events]);
  });

  test('are a list for who takes JSON, in pages', async () => {
    const run_hash = await completed(SAMPLE);
    const { events } = await read(`/runs/${run_hash}/events`);
    expect(await stored(run_hash)).toEqual(events.map(({ id, data }) => ({ id, ...data })));
    const paged: ListedEvent[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/runs/${run_hash}/events?limit=5${cursor && `&cursor=${cursor}`}`;
      const page: { items: ListedEvent[]; next_cursor: string | null } = JSON.parse(
        await (await server.fetch(path, { headers: { Accept: 'application/json' } })).text(),
      );
      paged.push(...page.items);
      cursor = page.next_cursor;
    }
    expect(ids(paged)).toEqual(ids(events));
    expect(ids(events).includes(paged[0]!.id)).toBe(true);
  });

  test('are refused to who asks in a wrong way', async () => {
    const run_hash = await completed(SAMPLE);
    const path = `/runs/${run_hash}/events`;
    expect(await problem(path, { 'Last-Event-ID': 'abc' })).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem(path, { 'Last-Event-ID': '-1' })).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem(`${path}?cursor=0`, { 'Last-Event-ID': 'abc' })).toEqual([422, 'VALIDATION_FAILED']); // though the cursor beats it
    expect(await problem(`${path}?after_id=1.5`)).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem(`${path}?after=1`)).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem(path, { Accept: 'text/html' })).toEqual([406, 'NOT_ACCEPTABLE']);
    expect(await problem(`/runs/${'0'.repeat(64)}/events`)).toEqual([404, 'RUN_NOT_FOUND']);
    const { status, headers } = await server.fetch(path, { method: 'HEAD' });
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      ...[200, 'text/event-stream; charset=utf-8', 'no-store, no-transform'],
    ]);
  });
});

describe('the events of many runs', () => {
  test('come in one stream, which ends with the last of them', async () => {
    const runs = [await submitted(smallRun(1)), await submitted(smallRun(2)), await submitted(smallRun(3))];
    const query = runs.map((run_hash) => `run=${run_hash}`).join('&');
    const { events } = await read(`/events?${query}`);
    const expected = (await Promise.all(runs.map(stored))).flat().sort((a, b) => a.id - b.id);
    expect(ids(events)).toEqual(ids(expected));
    const middle = events[10]!.id;
    expect(ids((await read(`/events?${query}`, since(middle))).events)).toEqual(ids(expected).filter((id) => id > middle));
    expect((await read(`/events?${query}&after_id=${events.at(-1)!.id}`)).status).toBe(204);
  });

  test('need to be named, and to be there', async () => {
    const run_hash = await completed(smallRun(1));
    expect(await problem('/events')).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem('/events?run=')).toEqual([422, 'VALIDATION_FAILED']);
    const names = Array.from({ length: 201 }, (_, n) => `${n % 2 === 0 ? 'run' : 'sweep'}=${String(n).padStart(8, '0')}`);
    expect(await problem(`/events?${names.join('&')}`)).toEqual([422, 'VALIDATION_FAILED']);
    expect(await problem(`/events?run=${run_hash}&run=${'0'.repeat(64)}`)).toEqual([404, 'RUN_NOT_FOUND']);
    // who comes back is not cut off from the others by one that was removed since
    const other = await completed(smallRun(4));
    const { events } = await read(`/events?run=${run_hash}&run=${other}`);
    await server.fetch(`/runs/${other}`, { method: 'DELETE' });
    const back = await read(`/events?run=${run_hash}&run=${other}`, since(events[1]!.id));
    expect(ids(back.events)).toEqual(ids(await stored(run_hash)).filter((id) => id > events[1]!.id));
  });
});

test('a thousand streams are told the same end, and one more is refused', async () => {
  const run_hash = await submitted(misbehaving('endless'));
  const agent = new Agent({ maxSockets: Infinity });
  const opened: string[] = [];
  const open = (): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get(`${server.url}/runs/${run_hash}/events`, { agent, headers: { Accept: 'text/event-stream' } }, resolve).on('error', reject);
    });
  const ends = [];
  for (let n = 0; n < MOST_STREAMS; n += 100) {
    const responses = await Promise.all(Array.from({ length: 100 }, open));
    for (const response of responses) {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      ends.push(new Promise<void>((resolve) => response.on('end', () => (opened.push(text), resolve()))));
    }
  }
  expect(await problem(`/runs/${run_hash}/events`)).toEqual([429, 'RATE_LIMITED']);
  expect(await (await server.fetch('/metrics')).text()).toContain(`projecta_sse_clients ${MOST_STREAMS}`);
  await until(async () => (await (await server.fetch(`/runs/${run_hash}`)).text()).includes('"status":"running"'));
  await server.fetch(`/runs/${run_hash}/cancel`, { method: 'POST' });
  await Promise.all(ends);
  expect(new Set(opened.map((text) => text.replaceAll(': heartbeat\n\n', ''))).size).toBe(1);
  expect(opened[0]).toContain('event: run.cancelled');
  agent.destroy();
});

test('a stream joined over a killed server and one that was stopped is the stored list', async () => {
  const run_hash = await submitted(misbehaving('slow', 50));
  const joined: ReadEvent[] = [];
  const rest = (options: ReadOptions = {}): Promise<ReadStream> =>
    read(`/runs/${run_hash}/events`, { ...options, ...(joined.length > 0 && since(joined.at(-1)!.id)) });
  const started = (stream: ReadStream): boolean => stream.events.some(({ type }) => type === 'run.started');
  joined.push(...(await rest({ isEnough: started })).events);
  await server.kill();
  server = await startServer({ env, home });
  const live = rest(); // ended by the server as it stops
  await until(async () => (await (await server.fetch('/metrics')).text()).includes('projecta_sse_clients 1'));
  await until(async () => (await (await server.fetch(`/runs/${run_hash}`)).text()).includes('"status":"running"'));
  const stopping = server.stop(); // lets the run come to its end
  joined.push(...(await live).events);
  expect(await stopping).toBe(0);
  server = await startServer({ env, home });
  joined.push(...(await rest()).events);
  expect(joined.map(({ id, data }) => ({ id, ...data }))).toEqual(await stored(run_hash));
  const kinds = joined.map(({ type, data }) => `${String(data['attempt'])} ${type}`);
  expect(kinds.filter((kind) => !kind.includes('stage'))).toEqual(
    expect.arrayContaining(['1 run.queued', '1 run.started', '2 run.queued', '2 run.started', '2 run.completed']),
  );
  expect((await rest()).status).toBe(204);
});
