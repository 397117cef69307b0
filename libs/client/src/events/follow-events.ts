import { ApiProblem, apiProblem } from '../api-problem.js';
import type { RunEvent, SweepEvent } from '../schemas.js';
import { frameParser } from './frame-parser.js';
import { pause } from './pause.js';
import { readFrames } from './read-frames.js';

/** What a stream may tell. */
export type AnyEvent = RunEvent | SweepEvent;

/** Where to begin, and when to stop. */
export interface EventOptions {
  /** Id of an event: those after it are wanted. From the start without it. */
  readonly afterId?: number;
  /** Ends the iteration by its reason, as fetch does. */
  readonly signal?: AbortSignal;
  /** The pause before connecting again, which doubles with each connection that brings nothing. What the service says goes first. */
  readonly pause_ms?: number;
}

/** Connects to a stream that begins after an event. */
export type OpenStream = (position: number | undefined, signal: AbortSignal) => Promise<Response>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A stream has a comment every 15 s: one that brings nothing for three of them is dead, whatever the network says. */
const SILENCE_MS = 45_000;
/** How often a service that is gone is tried once all have told their end. */
const LAST_TRIES = 3;

/**
 * The events of runs and sweeps, each once and in order, over broken connections and restarts of the service; ends when all of them have been told.
 * Throws ApiProblem for what the service refuses, and the signal's reason.
 */
export async function* followEvents<Event extends AnyEvent>(
  open: OpenStream,
  options: EventOptions = {},
): AsyncGenerator<Event, void, undefined> {
  const { signal } = options;
  let pause_ms = options.pause_ms ?? FIRST_PAUSE_MS;
  let position = options.afterId;
  /** Connections in a row that brought nothing. */
  let failures = 0;
  const unfinished = new Map<string, boolean>();

  for (;;) {
    signal?.throwIfAborted();
    const connection = connect(signal);
    const parser = frameParser(); // what a broken connection left unfinished is not part of the next one
    let wait_ms: number | undefined;
    try {
      const response = await open(position, connection.signal);
      if (response.status === 204) return;
      await refuseUnlessStream(response);
      for await (const { id, data } of readFrames(response.body!, { parser, onBytes: connection.heard })) {
        const event = eventOf<Event>(id, data);
        if (!event || (position !== undefined && event.id <= position)) continue;
        position = event.id;
        failures = 0;
        unfinished.set(hashOf(event), !isEnd(event));
        yield event;
      }
      if (failures === 0 && isOver(unfinished)) wait_ms = 0; // asks at once whether that was all
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ApiProblem && !error.retryable) throw error;
      if (failures >= LAST_TRIES && isOver(unfinished)) return;
      if (error instanceof ApiProblem && error.retryAfter !== undefined) wait_ms = error.retryAfter * 1000;
    } finally {
      connection.close();
    }
    pause_ms = parser.retry_ms ?? pause_ms;
    await pause(wait_ms ?? Math.min(LONGEST_PAUSE_MS, pause_ms * doubled(failures)), signal);
    failures++;
  }
}

/** A signal of one connection: it aborts with the whole, when it is closed, and when nothing comes for too long. */
function connect(whole: AbortSignal | undefined): { readonly signal: AbortSignal; heard(): void; close(): void } {
  const controller = new AbortController();
  const close = (): void => {
    clearTimeout(silence);
    whole?.removeEventListener('abort', close);
    controller.abort();
  };
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(close, SILENCE_MS);
  };
  let silence = setTimeout(close, SILENCE_MS);
  whole?.addEventListener('abort', close);
  return { signal: controller.signal, heard, close };
}

async function refuseUnlessStream(response: Response): Promise<void> {
  const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (response.ok && isStream && response.body) return;
  const body: unknown = await response.json().catch(() => undefined);
  throw apiProblem(response, body);
}

/** Frames without the number of an event are none of ours. */
function eventOf<Event extends AnyEvent>(id: string, data: string): Event | undefined {
  if (!/^\d{1,16}$/.test(id)) return undefined;
  return { id: Number(id), ...(JSON.parse(data) as object) } as Event;
}

function doubled(times: number): number {
  return 1 << Math.min(times, 20);
}

function hashOf(event: AnyEvent): string {
  return 'sweep_hash' in event ? event.sweep_hash : event.run_hash;
}

function isEnd({ type }: AnyEvent): boolean {
  return type === 'run.completed' || type === 'run.failed' || type === 'run.cancelled';
}

function isOver(unfinished: ReadonlyMap<string, boolean>): boolean {
  return unfinished.size > 0 && ![...unfinished.values()].some(Boolean);
}
