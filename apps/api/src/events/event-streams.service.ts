import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from './event-feed.service.js';
import { openEventStream, type StreamStart, type StreamTiming } from './event-stream.js';

/** What contract.md says of heartbeats, and how long a reader may leave its buffer full. */
export const STREAM_TIMING: StreamTiming = { heartbeat_ms: 15_000, retry_ms: 2_000, stalled_ms: 30_000 };

const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no', // a proxy that collects answers would hold events back
};

/** The open event streams: bounded in number, and ended when the server stops. */
@Injectable()
export class EventStreams implements OnModuleInit {
  private readonly open = new Set<() => void>();

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  onModuleInit(): void {
    this.backend.closing.addEventListener('abort', () => this.open.forEach((close) => close()), { once: true });
  }

  /** Streams to a response. Throws RATE_LIMITED where too many streams are open, and SHUTTING_DOWN. */
  start(response: Response, start: StreamStart): void {
    const { settings, metrics, closing, home } = this.backend;
    const { subscribers } = settings.limits;
    if (closing.aborted) throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; connect again when it is back.');
    if (this.open.size >= subscribers) {
      throw new ProjectaError('RATE_LIMITED', `${subscribers} event streams are open, and no more may be. Close one, or try again later.`);
    }
    if (response.destroyed) return; // the reader has gone meanwhile
    response.status(200).set(HEADERS);
    if (response.req.method === 'HEAD') return void response.end();
    const onEnd = (): void => {
      this.open.delete(close);
      metrics.sseClients.set(this.open.size);
    };
    const isOver = (runs: readonly string[], afterId: number): Promise<boolean> => home.store.events.isOver({ runs, afterId });
    const close = openEventStream(response, start, { feed: this.feed, isOver, timing: STREAM_TIMING, onEnd });
    this.open.add(close);
    metrics.sseClients.set(this.open.size);
  }
}
