import type { Response } from 'express';
import { filter, fromEvent, interval, takeUntil } from 'rxjs';
import type { EventFeed } from './event-feed.service.js';
import type { ToldEvent, WantedHashes } from './event-ring.js';
import { statusAfter } from './run-ends.js';

/** What a stream tells. */
export interface StreamStart {
  readonly runs: WantedHashes;
  /** Those of which the last event is still to be told. */
  readonly open: ReadonlySet<string>;
  /** Id after which it begins. */
  readonly afterId: number;
}

export interface StreamOptions {
  readonly feed: EventFeed;
  /** Asked now and then: runs that others removed tell no end. */
  readonly isOver: (runs: readonly string[], afterId: number) => Promise<boolean>;
  readonly timing: StreamTiming;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
}

export interface StreamTiming {
  /** Between comments that keep the connection. */
  readonly heartbeat_ms: number;
  /** What an EventSource waits before it connects again. */
  readonly retry_ms: number;
  /** How long a reader may leave its buffer full; then it is dropped, and may come back with Last-Event-ID. */
  readonly stalled_ms: number;
}

/** Bytes in one write. */
const AT_ONCE = 16_384;
/** Heartbeats between two looks whether the runs are still there. */
const LOOK_EVERY = 4;

/**
 * Tells events on a response until the last of the runs has ended, and closes it; answers how to close it earlier.
 * It pulls: what it has not written yet stays in the feed or the database, so that a slow reader costs one write's buffer.
 */
export function openEventStream(response: Response, start: StreamStart, { feed, isOver, timing, onEnd }: StreamOptions): () => void {
  const { runs } = start;
  const open = new Set(start.open);
  let position = start.afterId;
  let isPumping = false;
  let again = false;
  let isBlocked = false;
  let isClosed = false;
  let beats = 0;
  let stalled: NodeJS.Timeout | undefined;

  const closed$ = fromEvent(response, 'close');
  const own$ = feed.events$.pipe(filter((events) => events.some(({ run_hash }) => runs.has(run_hash))));
  own$.pipe(takeUntil(closed$)).subscribe(() => pump());
  feed.removed$.pipe(takeUntil(closed$)).subscribe((run_hash) => open.delete(run_hash) && pump());
  fromEvent(response, 'drain').pipe(takeUntil(closed$)).subscribe(drained);
  interval(timing.heartbeat_ms).pipe(takeUntil(closed$)).subscribe(beat);
  response.once('close', () => {
    isClosed = true;
    clearTimeout(stalled);
    onEnd();
  });
  response.on('error', () => undefined); // the reader is gone: `close` follows
  write(`retry: ${timing.retry_ms}\n\n`);
  pump();
  return close;

  function pump(): void {
    again = true;
    if (isPumping) return;
    isPumping = true;
    pumpAll()
      .catch(() => response.destroy()) // the storage failed: the reader comes back and is told what it missed
      .finally(() => {
        isPumping = false;
        if (again && !isClosed && !isBlocked) pump();
      });
  }

  async function pumpAll(): Promise<void> {
    while (again && !isBlocked && !isClosed) {
      again = false;
      const { events, upTo } = await feed.after(position, runs);
      if (tell(events)) position = Math.max(position, upTo);
      else return;
      if (position < feed.lastId) again = true;
      else if (open.size === 0) close();
    }
  }

  /** Writes events until the buffer is full; whether all were. */
  function tell(events: readonly ToldEvent[]): boolean {
    let text = '';
    for (const { event, frameOf } of events) {
      text += frameOf(runs.get(event.run_hash)!);
      position = event.id;
      if (statusAfter(event.type)) open.delete(event.run_hash);
      else open.add(event.run_hash);
      if (text.length < AT_ONCE) continue;
      if (!write(text)) return false;
      text = '';
    }
    return text === '' || write(text);
  }

  function write(text: string): boolean {
    if (isClosed) return false;
    if (response.write(text)) return true;
    isBlocked = true;
    stalled = setTimeout(() => response.destroy(), timing.stalled_ms);
    return false;
  }

  function drained(): void {
    clearTimeout(stalled);
    isBlocked = false;
    pump();
  }

  function beat(): void {
    if (isBlocked) return;
    write(': heartbeat\n\n');
    beats += 1;
    if (beats % LOOK_EVERY !== 0) return;
    void isOver([...open], position).then(
      (over) => over && close(),
      () => undefined,
    );
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    response.end(); // a reader that never takes the rest is dropped as a stalled one
  }
}
