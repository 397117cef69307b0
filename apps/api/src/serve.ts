import { ProjectaError } from '@projecta/errors';
import type { Settings } from '@projecta/home';
import type { Server } from 'node:http';
import { openBackend } from './backend.js';
import { createApp } from './create-app.js';
import { isLoopback } from './http/loopback.js';
import { answerBrokenRequests } from './http/broken-requests.js';
import { packageVersion } from './package-version.js';
import { createLog } from './log/create-log.js';

/** A server that runs. */
export interface Serving {
  readonly url: string;
  /** Takes no more work, lets what runs finish within 10 s, closes streams and stores. */
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;
const HEADERS_MS = 15_000;
/** Of a whole request, a large upload's too; one that stalls is ended long before. */
const REQUEST_MS = 900_000;

/**
 * Starts the service, prints one line with its URL when it is ready, and stops cleanly on SIGTERM and SIGINT.
 * @throws ProjectaError NOT_ALLOWED for a host or port that cannot be served, STORAGE_UNAVAILABLE, and what is wrong with a plug-in
 */
export async function serve(settings: Settings, { version = packageVersion() }: { readonly version?: string } = {}): Promise<Serving> {
  checkExposure(settings);
  const log = createLog(settings, process.stderr.isTTY);
  const backend = await openBackend(settings, { version, log });
  const app = await createApp(backend);
  const server = app.getHttpServer() as Server;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  answerBrokenRequests(server);
  try {
    await listen(server, settings);
  } catch (error) {
    await backend.stop(0);
    throw error;
  }
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    log.info('stopping');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    await backend.stop(GRACE_MS); // ends the streams first
    const last = setTimeout(() => server.closeAllConnections(), 1_000);
    await closed;
    clearInterval(idle);
    clearTimeout(last);
    await app.close();
  };
  const stop = (): Promise<void> => (stopping ??= end());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  const url = urlOf(settings.host, (server.address() as { port: number }).port);
  process.stdout.write(`Project A is ready at ${url}\n`);
  return { url, stop };
}

/** Whoever reaches the server may run its plug-ins and read its data: a host beside loopback needs a token, or a word that it does not. */
function checkExposure({ host, apiToken, anonymous }: Settings): void {
  if (isLoopback(host) || apiToken !== null || anonymous) return;
  throw new ProjectaError(
    'NOT_ALLOWED',
    `Serving on ${host} needs PROJECTA_API_TOKEN, so that not everybody may use it; PROJECTA_ANONYMOUS=allow serves everybody.`,
  );
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new ProjectaError(
          'NOT_ALLOWED',
          `${host}:${port} cannot be served on (${code}). Name another PROJECTA_PORT (0 picks a free one) or PROJECTA_HOST.`,
        ),
      ),
    );
    server.listen(port, host, () => resolve());
  });
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
