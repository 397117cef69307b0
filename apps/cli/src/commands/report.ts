import { join } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { keptRun } from '../run/kept-run.js';

const REPORT = 'report.html';

/** `projecta report`: the path of a run's report, after a look at whether it is the one that was written. */
export async function report(hashOrFolder: string, { settings, terminal }: Context): Promise<ExitCode> {
  const run = await keptRun(settings.home, hashOrFolder);
  await run.bytes(REPORT);
  terminal.print(join(run.folder, REPORT));
  return EXIT.done;
}
