import { canonicalJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import { type NewRun, openStore, type Store } from '@projecta/persistence';
import type { Response } from 'express';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventFeed } from '../events/event-feed.service.js';
import { openEventStream, type StreamStart, type StreamTiming } from '../events/event-stream.js';

/** A server that does nothing but stream events of a store, in this process: for what only shows from inside. */
export interface EventServer {
  readonly store: Store;
  readonly feed: EventFeed;
  readonly server: Server;
  readonly port: number;
  /** The responses of the streams so far. */
  readonly responses: readonly ServerResponse[];
  /** How many streams have ended. */
  readonly ended: () => number;
  readonly file: string;
  close(): Promise<void>;
}

/** Starts one whose streams all begin like this. */
export async function startEventServer(start: StreamStart, timing: Partial<StreamTiming> = {}): Promise<EventServer> {
  const folder = mkdtempSync(join(tmpdir(), 'projecta-events-'));
  const file = join(folder, 'projecta.db');
  const store = await openStore({ file });
  const closing = new AbortController();
  const log = { error: () => log } as unknown as ConstructorParameters<typeof EventFeed>[0]['log'];
  const feed = new EventFeed({ home: { store }, closing: closing.signal, log });
  await feed.onModuleInit();
  const responses: ServerResponse[] = [];
  let ended = 0;
  const server = createServer((_request, response) => {
    responses.push(response);
    openEventStream(response as Response, start, {
      feed,
      isOver: (runs, afterId) => store.events.isOver({ runs, afterId }),
      timing: { heartbeat_ms: 60_000, retry_ms: 10, stalled_ms: 60_000, ...timing },
      onEnd: () => (ended += 1),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ store, feed, server, responses, file, port: (server.address() as AddressInfo).port, ended: () => ended },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await feed.onModuleDestroy();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The n-th of a family of runs, as a store takes it. */
export function storedRun(n: number): NewRun {
  const config = { symbol: 'TEST', seed: n };
  const identity = { config, data: { symbol: 'TEST', timeframe: '1m', bars: 100 } };
  const hash = (value: typeof config | typeof identity): string => sha256Hex(new TextEncoder().encode(canonicalJson(value)));
  const [run_hash, config_hash] = [hash(identity), hash(config)];
  const facts = { symbol: 'TEST', timeframe: '1m', strategy: 'dual_sma', data_start: 0, data_end: 6_000_000 };
  return { run_hash, config_hash, data_hash: config_hash, ...facts, config, identity };
}
