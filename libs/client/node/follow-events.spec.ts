import { afterEach, describe, expect, test } from '@jest/globals';
import { ApiProblem, createClient, type EventOptions } from '@projecta/client';
import { answering, frame, type ScriptedServer, scriptedServer, type Step, streaming } from './testing/scripted-server.js';

let server: ScriptedServer;
afterEach(() => server.close());

async function follow(steps: readonly Step[], options: EventOptions = {}, runs: readonly string[] = ['a']): Promise<number[]> {
  server = await scriptedServer(steps);
  const { runs: one, events: many } = createClient({ baseUrl: server.url });
  const ids: number[] = [];
  const events = runs.length === 1 ? one.events(runs[0]!, { pause_ms: 1, ...options }) : many(runs, { pause_ms: 1, ...options });
  for await (const { id } of events) ids.push(id);
  return ids;
}

const positions = (): unknown[] => server.requests.map(({ headers }) => headers['last-event-id']);
const gaps = (): number[] => server.requests.slice(1).map(({ at }, i) => at - server.requests[i]!.at);
const END = 'run.completed';

describe('a stream that breaks', () => {
  test('goes on after the last event there was, each event once', async () => {
    const steps = [streaming(frame(1) + frame(4), 'break'), streaming(frame(4) + frame(5), 'break'), streaming(frame(9, END))];
    expect(await follow(steps)).toEqual([1, 4, 5, 9]);
    expect(positions()).toEqual([undefined, '4', '5', '9']);
  });
  test('in the middle of an event does not tell half of it', async () => {
    const half = frame(2).slice(0, -10);
    expect(await follow([streaming(frame(1) + half, 'break'), streaming(frame(2) + frame(3, END))])).toEqual([1, 2, 3]);
  });
  test('between its id and its data does not take the id as told', async () => {
    expect(await follow([streaming(`${frame(1)}id: 7\n`, 'break'), streaming(frame(7, END))])).toEqual([1, 7]);
    expect(positions()).toEqual([undefined, '1', '7']);
  });
  test('begins after an event that the caller has', async () => {
    expect(await follow([streaming(frame(8) + frame(9, END))], { afterId: 7 })).toEqual([8, 9]);
    expect(positions()).toEqual(['7', '9']);
  });
  test('before there is an answer is tried again', async () => {
    expect(await follow([(response) => response.destroy(), streaming(frame(1, END))])).toEqual([1]);
  });
});

describe('a stream ends', () => {
  test('with 204, and asks no more', async () => {
    expect(await follow([])).toEqual([]);
    expect(server.requests.length).toBe(1);
  });
  test('with the last event, once the service says that it was the last', async () => {
    // a first attempt failed, and a second one followed it
    const steps = [streaming(frame(1) + frame(2, 'run.failed')), streaming(frame(3, 'run.queued') + frame(4, END))];
    expect(await follow(steps)).toEqual([1, 2, 3, 4]);
  });
  test('with the last event, where the service is gone then', async () => {
    const gone: Step = (response) => response.destroy();
    expect(await follow([streaming(frame(1, END)), gone, gone, gone, gone, gone])).toEqual([1]);
    expect(server.requests.length).toBe(4); // three more tries
  });
  test('of many runs once all of them have ended', async () => {
    const steps = [streaming(frame(1, END, 'a') + frame(2, 'run.started', 'b')), streaming(frame(3, 'run.cancelled', 'b'))];
    expect(await follow(steps, {}, ['a', 'b'])).toEqual([1, 2, 3]);
    expect(server.requests[0]!.path).toBe('/events?run=a&run=b');
  });
});

describe('between connections it waits', () => {
  test('as long as `retry` says, once the stream has said so', async () => {
    await follow([streaming(`retry: 150\n\n${frame(1)}`, 'break'), streaming(frame(2, END))]);
    expect(gaps()[0]).toBeGreaterThanOrEqual(145);
  });
  test('as long as Retry-After says', async () => {
    const busy = { code: 'RATE_LIMITED', detail: 'Too many streams.', status: 429, retryable: true };
    await follow([answering(429, busy, { 'Retry-After': '1' }), streaming(frame(1, END))]);
    expect(gaps()[0]).toBeGreaterThanOrEqual(990);
  });
  test('twice as long each time that nothing came, and from the start again once something did', async () => {
    const nothing = streaming('');
    await follow([nothing, nothing, nothing, streaming(frame(1)), nothing, streaming(frame(2, END))], { pause_ms: 40 });
    const [first, second, third, fourth, fifth] = gaps() as [number, number, number, number, number];
    expect(first).toBeGreaterThanOrEqual(38);
    expect(second).toBeGreaterThanOrEqual(78);
    expect(third).toBeGreaterThanOrEqual(158);
    expect(fourth).toBeLessThan(third);
    expect(fifth).toBeGreaterThanOrEqual(78);
  });
});

describe('it gives up', () => {
  test('where the service refuses, with all that it says', async () => {
    const problem = {
      type: '/problems/RUN_NOT_FOUND',
      title: 'Run not found',
      status: 404,
      detail: 'There is no run "a".',
      code: 'RUN_NOT_FOUND',
    };
    const rest = { instance: '/runs/a/events', retryable: false, request_id: '12345678' };
    const failed = await follow([answering(404, { ...problem, ...rest })]).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ApiProblem);
    expect(failed).toMatchObject({ ...problem, ...rest, message: 'There is no run "a".', errors: [] });
    expect(server.requests.length).toBe(1);
  });
  test('where the answer is no stream', async () => {
    const page: Step = (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello</p>');
    await expect(follow([page])).rejects.toMatchObject({ code: 'NO_PROBLEM', status: 200 });
  });
  test('when it is told to, with the reason, and closes the connection', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('Enough.')), 50);
    await expect(follow([streaming(frame(1), 'stay')], { signal: stop.signal })).rejects.toThrow('Enough.');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.left()).toBe(1);
  });
  test('when it is told to while it waits', async () => {
    const signal = AbortSignal.timeout(50);
    await expect(follow([streaming('retry: 20000\n\n', 'break')], { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
  test('when the caller has enough, and closes the connection', async () => {
    server = await scriptedServer([streaming(frame(1) + frame(2), 'stay')]);
    for await (const { id } of createClient({ baseUrl: server.url }).runs.events('a')) {
      expect(id).toBe(1);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([server.left(), server.requests.length]).toEqual([1, 1]);
  });
});
