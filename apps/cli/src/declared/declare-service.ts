import { Option } from 'commander';
import type { DoctorContext } from '../commands/doctor.js';
import type { ExitCode } from '../exit-code.js';
import { wholeNumber } from '../option-values.js';
import type { Declaration } from './declaration.js';

/** What a command gets that reads the settings itself. */
type AsUnchecked = (run: (context: DoctorContext) => Promise<ExitCode>) => Promise<void>;

/** The server, and whether things can run here at all. */
export function declareService({ program, as, asUnchecked }: Declaration & { readonly asUnchecked: AsUnchecked }): void {
  program
    .command('serve')
    .description('serve the REST and SSE interface and the page, over the same home as the other commands')
    .addOption(new Option('--port <port>', 'default PROJECTA_PORT, or 8000; 0 picks a free one').argParser(wholeNumber(0, 65_535)))
    .option('--host <host>', 'default PROJECTA_HOST, or 127.0.0.1; another one needs PROJECTA_API_TOKEN')
    .addOption(
      new Option('--workers <n>', 'threads that compute runs; default PROJECTA_WORKERS, or one a core').argParser(wholeNumber(1, 1024)),
    )
    .option('--reload', 'in the repository: rebuild and restart when a source changes, with one worker')
    .action((options) => as(async (context) => (await import('../commands/serve.js')).serve(options, context)));
  program
    .command('doctor')
    .description('whether Project A, and containers, can run here, and what to do where not')
    .option('--json <file>', 'write the report there too; - prints it instead')
    .action((options) => asUnchecked(async (context) => (await import('../commands/doctor.js')).doctor(options, context)));
}
