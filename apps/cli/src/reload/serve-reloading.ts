import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../command.js';
import type { ServeOptions } from '../commands/serve.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { build } from './build.js';
import { repositoryOf } from './repository.js';
import { serverProcess } from './server-process.js';
import { sourceState } from './source-state.js';

/** Sources are looked at so often; not watched, since watching misses files that editors replace, and folders of other machines. */
const LOOK_MS = 300;

/** `projecta serve --reload`: the server with one worker, rebuilt and started anew whenever a source changes, until SIGTERM or Ctrl-C. */
export async function serveReloading(
  { port, host }: ServeOptions,
  { terminal }: Pick<Context, 'terminal'>,
  from = import.meta.url,
): Promise<ExitCode> {
  const repository = repositoryOf(from);
  const stopping = new AbortController();
  const { signal } = stopping;
  const end = (): void => stopping.abort();
  const endAtOnce = process.listeners('SIGINT');
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, end);
  for (const listener of endAtOnce) process.off('SIGINT', listener);

  const program = join(repository.root, 'apps', 'cli', 'bin', 'projecta.js');
  const words = ['serve', '--workers', '1', ...(port === undefined ? [] : ['--port', `${port}`]), ...(host ? ['--host', host] : [])];
  const server = serverProcess([program, ...words], (code) => {
    terminal.note(`The server ended by itself (${code ?? 'a signal'}); it is started again when a source changes.`);
  });
  let served: string | undefined;
  while (!signal.aborted) {
    const state = await sourceState(repository.sources);
    if (state !== served) {
      if (served !== undefined) terminal.note('A source has changed; building …');
      const isBuilt = await build(repository);
      if (isBuilt && !signal.aborted) await server.restart();
      else if (!isBuilt) terminal.note('The build failed; what runs goes on as it was.');
      served = state;
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  await server.stop();
  return EXIT.done;
}
