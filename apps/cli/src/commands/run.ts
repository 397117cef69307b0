import type { CausalityCertificate, NormalizedRunConfig, RunSummary } from '@projecta/engine';
import { join } from 'node:path';
import type { Context } from '../command.js';
import { applySettings } from '../config/apply-settings.js';
import { namingSource } from '../config/naming-source.js';
import { readConfig } from '../config/read-config.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { facts } from '../print/data-set-facts.js';
import { runTable } from '../print/run-table.js';
import { progressBar } from '../progress-bar.js';
import type { ComputedRun } from '../run/compute-run.js';
import { checkOut, keepRun, type Kept } from '../run/keep-run.js';
import { requestOf } from '../run/request-of.js';
import { runInThread } from '../run/run-in-thread.js';

export interface RunOptions {
  readonly data?: string;
  readonly set?: readonly string[];
  readonly out?: string;
  readonly plugin?: readonly string[];
  readonly json?: true;
}

/** `projecta run`: computes a run, keeps its artifacts and prints what came of it. */
export async function run(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  if (options.out !== undefined) await checkOut(options.out);
  const { value, source } = await readConfig(path);
  const request = requestOf(applySettings(value, options.set ?? []), options, context);
  const bar = await progressBar(options.json ? { ...terminal, isWatched: false } : terminal);
  const computed = await namingSource(source, () => runInThread(request, bar.show)).finally(bar.stop);
  const kept = await keepRun(computed, { home: settings.home, ...(options.out !== undefined && { out: options.out }) });
  for (const note of computed.notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
  if (options.json) terminal.print(textOf(computed, 'summary.json'));
  else printRun(computed, kept, context);
  return EXIT.done;
}

function printRun(computed: ComputedRun, { folder, how }: Kept, { terminal }: Context): void {
  const read = <T>(name: string): T => JSON.parse(textOf(computed, name)) as T;
  const summary = read<RunSummary>('summary.json');
  const config = read<NormalizedRunConfig>('config.json');
  const causality = read<CausalityCertificate>('causality.json');
  terminal.print(runTable({ summary, config, causality, candlesFrom: computed.candlesFrom }, terminal));
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

function textOf({ artifacts }: ComputedRun, name: string): string {
  return new TextDecoder().decode(artifacts.find((one) => one.name === name)!.bytes);
}
