import { afterEach, describe, expect, test } from '@jest/globals';
import { openStore } from '@projecta/persistence';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventServer, startEventServer, storedRun } from '../testing/event-server.js';
import { readEvents } from '../testing/read-events.js';
import { until } from '../testing/until.js';
import type { StreamTiming } from './event-stream.js';

const run = storedRun(1);
const { run_hash } = run;
const owner = { owner: { owner: 'somebody' } };
const START = { runs: new Map([[run_hash, 'run' as const]]), open: new Set([run_hash]), afterId: 0 };

let server: EventServer;
afterEach(() => server.close());

async function started(timing: Partial<StreamTiming> = {}): Promise<string> {
  server = await startEventServer(START, timing);
  return `http://127.0.0.1:${server.port}/`;
}

/** Takes the run in and has its worker warn so many times, each time in so many bytes. */
async function manyEvents(times: number, bytes: number): Promise<void> {
  const { store } = server;
  await store.runs.submit(run, owner);
  const events = Array.from({ length: 50 }, () => ({ type: 'run.warning' as const, data: { message: 'x'.repeat(bytes) } }));
  for (let i = 0; i < times / events.length; i++) await store.events.append({ run_hash, attempt: 1, events });
}

/** A reader that asks for the stream and then takes nothing. */
async function stalledReader(): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(() => server.responses.length > 0);
  return socket;
}

describe('an event stream', () => {
  test('sends a comment at each heartbeat, and says how long to wait before connecting again', async () => {
    const url = await started({ heartbeat_ms: 20, retry_ms: 1_234 });
    await server.store.runs.submit(run, owner);
    const { comments, retry, events } = await readEvents(url, { isEnough: (stream) => stream.comments.length >= 3 });
    expect(comments).toEqual(['heartbeat', 'heartbeat', 'heartbeat']);
    expect(retry).toBe(1_234);
    expect(events.map(({ type }) => type)).toEqual(['run.queued', 'run.started']);
    await until(() => server.ended() === 1);
  });

  test('tells what another process commits, in the order of ids with its own', async () => {
    const url = await started();
    const other = await openStore({ file: server.file });
    const reading = readEvents(url);
    await server.store.runs.submit(run, owner);
    for (let i = 0; i < 10; i++) {
      const store = i % 3 === 0 ? server.store : other;
      await store.events.append({ run_hash, attempt: 1, events: [{ type: 'run.warning', data: { message: String(i) } }] });
    }
    await other.runs.cancel(run_hash);
    await other.close();
    const { events } = await reading;
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    expect(events.at(-1)!.type).toBe('run.cancelled');
  });

  test('ends at the end of the latest attempt, not of one before it', async () => {
    const url = await started();
    const { runs } = server.store;
    await runs.submit(run, owner);
    await runs.cancel(run_hash);
    await runs.submit(run, owner);
    const reading = readEvents(url);
    await until(() => server.responses.length > 0);
    await sleep(50);
    expect(server.ended()).toBe(0);
    await runs.cancel(run_hash);
    const { events } = await reading;
    expect(events.map(({ type, data }) => `${String(data['attempt'])} ${type}`)).toEqual(
      [1, 2].flatMap((attempt) => ['queued', 'started', 'cancelled'].map((what) => `${attempt} run.${what}`)),
    );
  });

  test('of a run that is removed ends, whoever removes it', async () => {
    const url = await started({ heartbeat_ms: 30 });
    await server.store.runs.submit(run, owner);
    const reading = readEvents(url);
    await until(() => server.responses.length > 0);
    const other = await openStore({ file: server.file });
    await other.runs.remove(run_hash);
    await other.close();
    expect((await reading).status).toBe(200);
    server.feed.removed(run_hash);
    await until(() => server.ended() === 1);
  });
});

describe('a reader that stalls', () => {
  test('costs one write of memory, however much there is to tell, and gets all of it once it reads', async () => {
    await started();
    const socket = await stalledReader();
    await manyEvents(400, 40_000); // 16 MB, of which the system's own buffers take some
    await server.store.runs.cancel(run_hash);
    const [response] = server.responses;
    await until(() => response!.writableNeedDrain);
    expect(response!.writableLength).toBeLessThan(64 * 1024);
    let text = '';
    socket.on('data', (piece) => (text += piece.toString()));
    socket.resume();
    await until(() => text.includes('event: run.cancelled'));
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: 403 }, (_, n) => n + 1));
    socket.destroy();
  });

  test('is dropped after a while', async () => {
    await started({ stalled_ms: 100 });
    const socket = await stalledReader();
    await manyEvents(300, 40_000);
    await until(() => server.ended() === 1);
    socket.destroy();
  });
});
