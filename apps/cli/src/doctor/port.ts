import type { Settings } from '@projecta/home';
import { createServer } from 'node:net';
import { jsonObject } from './decode-output.js';
import { failed, type Finding, passed } from './finding.js';

const HEALTH_TIMEOUT_MS = 3_000;

/** Whether the service could listen where the settings say; that it listens there already is as good. */
export async function port({ host, port: number }: Pick<Settings, 'host' | 'port'>): Promise<Finding> {
  const place = `${bracketed(host)}:${number}`;
  const code = await bindProblem(host, number);
  if (code === undefined) return passed(number === 0 ? `${host} is there; the port is picked at the start` : `${place} is free`);
  const other = 'set PROJECTA_PORT to another port (0 picks a free one)';
  if (code === 'EADDRINUSE') {
    const version = await serviceAt(host, number);
    if (version !== undefined) return passed(`Project A ${version} serves at ${place} already`);
    return failed(`${place} is taken by another program`, `Stop that program, or ${other}.`);
  }
  if (code === 'EACCES' && process.platform === 'win32') {
    const list = 'netsh interface ipv4 show excludedportrange protocol=tcp';
    return failed(`Windows keeps ${place} for itself`, `See ${list}, and ${other}.`);
  }
  if (code === 'EACCES') return failed(`${place} needs privileges`, `Ports below 1024 do: ${other}.`);
  return failed(`${host} is no address of this machine (${code})`, 'Set PROJECTA_HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.');
}

/** Listens there for a moment; the code of the error when that fails. */
function bindProblem(host: string, number: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen({ host, port: number, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** The version of the Project A that answers there, if one does. */
async function serviceAt(host: string, number: number): Promise<string | undefined> {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  try {
    const answer = await fetch(`http://${bracketed(reachable)}:${number}/health`, {
      redirect: 'error',
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    const { status, version, engine } = jsonObject(await answer.text()) ?? {};
    const { name } = (engine ?? {}) as { readonly name?: unknown };
    return status === 'ok' && name === 'projecta' && typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
