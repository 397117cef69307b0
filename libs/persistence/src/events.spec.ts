import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunEvent } from './run-event.js';
import { completeSample, failSample } from './testing/finished-run.js';
import { sampleRun } from './testing/sample-run.js';
import { temporaryStore } from './testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const first = sampleRun(1).run_hash;
const second = sampleRun(2).run_hash;

describe('events', () => {
  test('are read on from any id, of some runs or of all', async () => {
    const { store } = context;
    await completeSample(store, 1);
    await completeSample(store, 2);
    const all = await store.events.after({});
    expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await store.events.after({ runs: [second] })).toEqual(all.slice(3));
    expect(await store.events.after({ runs: [first, second], afterId: 2, limit: 2 })).toEqual(all.slice(2, 4));
    expect(await store.events.after({ runs: [] })).toEqual([]);
    for (let afterId = 0; afterId <= 6; afterId++) expect(await store.events.after({ afterId })).toEqual(all.slice(afterId));
  });

  test('appended many at once have the ids that they are told with', async () => {
    const { store } = context;
    await store.runs.submit(sampleRun(1), { owner: { owner: 'worker-1' } });
    const events = Array.from({ length: 250 }, (_, n) => ({ type: 'run.warning' as const, data: { message: String(n) } }));
    const told = await store.events.append({ run_hash: first, attempt: 1, events });
    expect(told.map(({ data }) => data['message'])).toEqual(events.map(({ data }) => data.message));
    expect(await store.events.after({ afterId: 2 })).toEqual(told);
  });

  test('the last id is known for a run and for all', async () => {
    const { store } = context;
    expect(await store.events.lastId()).toBe(0);
    await completeSample(store, 1);
    await completeSample(store, 2);
    expect([await store.events.lastId(first), await store.events.lastId(second), await store.events.lastId()]).toEqual([3, 6, 6]);
    expect(await store.events.lastId('none')).toBe(0);
  });

  test('a stream is over for who has seen the last event of runs that have all ended', async () => {
    const { store } = context;
    const isOver = (afterId: number, ...runs: string[]) => store.events.isOver({ runs, afterId });
    await completeSample(store, 1);
    await store.runs.submit(sampleRun(2));
    expect([await isOver(2, first), await isOver(3, first), await isOver(4, first)]).toEqual([false, true, true]);
    expect([await isOver(4, first, second), await isOver(4, second)]).toEqual([false, false]);
    await store.runs.cancel(second);
    expect([await isOver(4, first, second), await isOver(5, first, second)]).toEqual([false, true]);
    await store.runs.submit(sampleRun(2)); // a later attempt
    expect(await isOver(6, second)).toBe(false);
    await store.runs.remove(second);
    expect(await isOver(0, second)).toBe(true);
  });

  test('listeners hear what was committed, in order, and nothing that was not', async () => {
    const { store } = context;
    const heard: RunEvent[] = [];
    const stop = store.events.onAppended((events) => heard.push(...events));
    await Promise.all([completeSample(store, 1), completeSample(store, 2), failSample(store, 3)]);
    const seal = () => Promise.reject(new Error('no'));
    await expect(completeSample(store, 4, { seal })).rejects.toThrow('no');
    expect(heard).toEqual(await store.events.after({}));
    expect(heard).toHaveLength(11);
    stop();
    await completeSample(store, 5);
    expect(heard).toHaveLength(11);
  });

  test('a listener that throws harms no write and no other listener', async () => {
    const { store } = context;
    let heard = 0;
    store.events.onAppended(() => {
      throw new Error('meant to fail, for this test');
    });
    store.events.onAppended(() => heard++);
    await completeSample(store, 1);
    expect(heard).toBe(2);
    expect(await store.events.lastId()).toBe(3);
  });

  test('data survives as it was: any JSON, any text', async () => {
    const { store } = context;
    const { run } = await store.runs.submit(sampleRun(1), { owner: { owner: 'w' } });
    const data = { message: 'a\u0000b "c" \' ; -- 📈', nested: { list: [1, null, -0.1, 1e300, true] } };
    await store.events.append({ run_hash: run.run_hash, attempt: 1, events: [{ type: 'run.warning', data }] });
    expect((await store.events.after({ afterId: 2 }))[0]!.data).toEqual(data);
  });
});
