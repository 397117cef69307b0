import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '@projecta/persistence';
import { eventRing } from './event-ring.js';

const event = (id: number, run_hash = 'a'): RunEvent => ({ id, run_hash, attempt: 1, type: 'run.warning', at: 0, data: {} });
const ids = (told: readonly { readonly event: RunEvent }[] | undefined): number[] | undefined => told?.map(({ event }) => event.id);
const A = new Map([['a', 'run' as const]]);

describe('a ring of events', () => {
  test('tells what comes after a position, of the runs that are asked for', () => {
    const ring = eventRing(10, 5);
    ring.push([event(6), event(7, 'b'), event(9)]);
    expect(ids(ring.after(5, A))).toEqual([6, 9]);
    expect(ids(ring.after(6, A))).toEqual([9]);
    expect(
      ids(
        ring.after(
          7,
          new Map([
            ['a', 'run' as const],
            ['b', 'run' as const],
          ]),
        ),
      ),
    ).toEqual([9]);
    expect(ids(ring.after(9, A))).toEqual([]);
    expect(ids(ring.after(99, A))).toEqual([]);
  });

  test('says nothing of what came before it', () => {
    expect(eventRing(10, 5).after(4, A)).toBeUndefined();
    expect(eventRing(10, 5).after(5, A)).toEqual([]);
  });

  test('of any number of events holds at least the last ones, and no gap', () => {
    const ring = eventRing(10, 0);
    for (let id = 1; id <= 1_000; id++) {
      ring.push([event(id)]);
      const from = Math.max(0, id - 10);
      expect(ids(ring.after(from, A))).toEqual(Array.from({ length: id - from }, (_, n) => from + n + 1));
      const all = ids(ring.after(Math.max(0, id - 20), A));
      if (all) expect(all[0]).toBe(Math.max(0, id - 20) + 1);
      expect(ids(ring.after(Math.max(-1, id - 30), A))).toBeUndefined();
    }
  });

  test('makes a frame once for all who read it', () => {
    const ring = eventRing(10, 0);
    const told = { ...event(1), data: { message: 'two\nlines' } };
    ring.push([told]);
    const [first] = ring.after(0, A)!;
    expect(first!.frameOf('run')).toBe(
      'id: 1\nevent: run.warning\ndata: {"run_hash":"a","type":"run.warning","at":"1970-01-01T00:00:00.000Z","attempt":1,"message":"two\\nlines"}\n\n',
    );
    expect(ring.after(0, A)![0]).toBe(first);
  });
});
