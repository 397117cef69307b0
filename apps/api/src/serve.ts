import { ProjectaError } from '@projecta/errors';
import type { Settings } from '@projecta/home';
import { createApp } from './create-app.js';
import { openBackend } from './backend.js';
import { createLog } from './log/create-log.js';

/** A server that runs. */
export interface Serving {
  readonly url: string;
  /** Takes no more work, lets what runs finish within 10 s, closes streams and stores. */
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;
const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Starts the service, prints one line with its URL when it is ready, and stops cleanly on SIGTERM and SIGINT. Throws what keeps it from starting. */
export async function serve(settings: Settings, { version = '0.0.0' }: { readonly version?: string } = {}): Promise<Serving> {
  checkExposure(settings);
  const log = createLog(settings, process.stderr.isTTY);
  const backend = await openBackend(settings, { version, log });
  const app = await createApp(backend);
  await app.listen(settings.port, settings.host);
  const url = urlOf(settings.host, (app.getHttpServer().address() as { port: number }).port);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= end());
  const end = async (): Promise<void> => {
    const closing = app.close();
    await backend.stop(GRACE_MS);
    await closing;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  process.stdout.write(`Project A is ready at ${url}\n`);
  return { url, stop };
}

/** Whoever reaches the server may run code of its plug-ins and read its data: a host beside loopback needs a token, or a word that it does not. */
function checkExposure({ host, apiToken, anonymous }: Settings): void {
  if (LOOPBACK.includes(host) || apiToken !== null || anonymous) return;
  throw new ProjectaError(
    'NOT_ALLOWED',
    `Serving on ${host} needs PROJECTA_API_TOKEN, so that not everybody may use it; PROJECTA_ANONYMOUS=allow serves everybody.`,
  );
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
