import { join } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { keptRunOf } from '../run/homes.js';

const REPORT = 'report.html';

/** `projecta report`: the path of the report of a run or a sweep, after a look at whether it is the one that was written. */
export async function report(hashOrFolder: string, { settings, terminal }: Context): Promise<ExitCode> {
  const run = await keptRunOf(settings, hashOrFolder);
  await run.bytes(REPORT);
  terminal.print(join(run.folder, REPORT));
  return EXIT.done;
}
