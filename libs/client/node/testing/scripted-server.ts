import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with one request. */
export type Step = (response: ServerResponse, request: IncomingMessage) => void;

export interface ScriptedServer {
  readonly url: string;
  /** The requests so far: what they asked for, and when. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers']; readonly at: number }[];
  /** Connections that their clients have closed. */
  readonly left: () => number;
  close(): Promise<void>;
}

/** A real server on loopback that answers the n-th request by the n-th step, and those after the last by 204. */
export async function scriptedServer(steps: readonly Step[]): Promise<ScriptedServer> {
  const requests: { path: string; headers: IncomingMessage['headers']; at: number }[] = [];
  let left = 0;
  const server = createServer((request, response) => {
    response.once('close', () => (left += response.writableFinished ? 0 : 1));
    const step = steps[requests.length] ?? ((answer) => answer.writeHead(204).end());
    requests.push({ path: request.url ?? '', headers: request.headers, at: performance.now() });
    step(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    left: () => left,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Begins a stream and writes to it; `then` says how it goes on: it ends well, breaks, or stays open. */
export function streaming(text: string, then: 'end' | 'break' | 'stay' = 'end'): Step {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(text, () => {
      if (then === 'end') response.end();
      if (then === 'break') response.destroy();
    });
  };
}

/** Answers with a JSON body. */
export function answering(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Step {
  return (response) => response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers }).end(JSON.stringify(body));
}

/** An event of a run as a stream carries it. */
export function frame(id: number, type = 'stage.progress', run_hash = 'a'): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ run_hash, type, at: '2024-01-01T00:00:00.000Z', attempt: 1 })}\n\n`;
}
