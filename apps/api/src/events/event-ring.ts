import type { RunEvent, RunKind } from '@projecta/persistence';
import { eventFrame } from './event-frame.js';

/** An event, and its frame, which is made once for all streams. */
export interface ToldEvent {
  readonly event: RunEvent;
  /** What it is an event of is known to who asks for it. */
  frameOf(kind: RunKind): string;
}

/** Of which runs and sweeps events are wanted, by their hashes. */
export type WantedHashes = ReadonlyMap<string, RunKind>;

/** The latest events of all runs, in memory. */
export interface EventRing {
  /** Adds events with rising ids above all that are there. */
  push(events: readonly RunEvent[]): void;
  /** Those with an id above `position` of these runs; undefined where it does not reach back that far. */
  after(position: number, runs: WantedHashes): readonly ToldEvent[] | undefined;
}

/** A ring that holds at least the last `capacity` events above `floor`. */
export function eventRing(capacity: number, floor: number): EventRing {
  let entries: ToldEvent[] = [];
  let forgotten = floor;

  return {
    push(events) {
      for (const event of events) entries.push(toldEvent(event));
      if (entries.length <= 2 * capacity) return;
      forgotten = entries[entries.length - capacity - 1]!.event.id;
      entries = entries.slice(-capacity);
    },
    after(position, runs) {
      if (position < forgotten) return undefined;
      return entries.slice(firstAbove(entries, position)).filter(({ event }) => runs.has(event.run_hash));
    },
  };
}

export function toldEvent(event: RunEvent): ToldEvent {
  let frame: string | undefined;
  return {
    event,
    frameOf: (kind) => (frame ??= eventFrame(event, kind)),
  };
}

function firstAbove(entries: readonly ToldEvent[], position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.event.id > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
