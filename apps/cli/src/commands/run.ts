import type { CausalityCertificate, NormalizedRunConfig, RunSummary } from '@projecta/engine';
import type { JsonValue } from '@projecta/hashing';
import { join } from 'node:path';
import type { Context } from '../command.js';
import { applySettings } from '../config/apply-settings.js';
import { namingSource } from '../config/naming-source.js';
import { runConfigOf } from '../config/run-config-of.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { facts } from '../print/data-set-facts.js';
import { runTable } from '../print/run-table.js';
import { progressBar } from '../progress-bar.js';
import { type DoneRun, runIntoFolder, runIntoHome } from '../run/done-run.js';
import type { SourceOptions } from '../run/run-source.js';
import { textOf } from '../run/text-of.js';
import { checkOut } from '../run/write-out.js';

export interface RunOptions extends SourceOptions {
  readonly preset?: string;
  readonly set?: readonly string[];
  readonly out?: string;
  readonly json?: true;
}

/** `projecta run`: computes a run, keeps its artifacts and prints what came of it. */
export async function run(path: string | undefined, options: RunOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  const { out } = options;
  if (out !== undefined) await checkOut(out);
  const { value, source } = await runConfigOf(path, options.preset, settings);
  const config: JsonValue = applySettings(value, options.set ?? []);
  const bar = await progressBar(options.json ? { ...terminal, isWatched: false } : terminal);
  const job = { kind: 'run', config, options, context, show: bar.show } as const;
  const done = await namingSource(source, () => (out === undefined ? runIntoHome(job) : runIntoFolder(out, job))).finally(bar.stop);
  for (const note of done.notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
  if (options.json) terminal.print(await textOf(done, 'summary'));
  else await printRun(done, context);
  return EXIT.done;
}

async function printRun(done: DoneRun, { terminal }: Context): Promise<void> {
  const { folder, how, candlesFrom } = done;
  const summary = JSON.parse(await textOf(done, 'summary')) as RunSummary;
  const config = JSON.parse(await textOf(done, 'config')) as NormalizedRunConfig;
  const causality = JSON.parse(await textOf(done, 'causality')) as CausalityCertificate;
  terminal.print(runTable({ summary, config, causality, candlesFrom }, terminal));
  const said = {
    new: '',
    known: 'The same run was there already, intact; nothing was written.',
    mended: 'The same run was there, damaged; it is written anew.',
  }[how];
  const rows: (readonly [string, string])[] = [
    ['run_hash', summary.run_hash],
    ['report', join(folder, 'report.html')],
    ...(said === '' ? [] : [['', said] as const]),
  ];
  terminal.print(`\n${facts(rows, terminal)}`);
}
