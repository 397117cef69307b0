import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly workers?: number;
  readonly reload?: true;
}

/** `projecta serve`: starts the service, which goes on until SIGTERM or Ctrl-C. Throws what keeps it from starting. */
export async function serve(options: ServeOptions, context: Context): Promise<ExitCode> {
  if (options.reload) return (await import('../reload/serve-reloading.js')).serveReloading(options, context);
  const { reload: _, ...given } = options;
  const settings = { ...context.settings, ...given };
  const endAtOnce = process.listeners('SIGINT');
  const service = await import('@projecta/api');
  await service.serve(settings, { version: context.version });
  for (const listener of endAtOnce) process.off('SIGINT', listener); // the service ends by itself, in order
  return EXIT.done;
}
