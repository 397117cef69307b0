import { type SweepSummary, tableFromParquet } from '@projecta/artifacts';
import type { NormalizedSweep } from '@projecta/engine';
import { runSelection } from '@projecta/home';
import { join } from 'node:path';
import type { Context } from '../command.js';
import { namingSource } from '../config/naming-source.js';
import { runConfigOf } from '../config/run-config-of.js';
import { type SearchOptions, sweepOf } from '../config/sweep-of.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { facts } from '../print/data-set-facts.js';
import { sweepPage } from '../print/sweep-page.js';
import { progressBar } from '../progress-bar.js';
import { type DoneRun, runIntoFolder, runIntoHome } from '../run/done-run.js';
import { ownCounts } from '../run/own-counts.js';
import type { SourceOptions } from '../run/run-source.js';
import { textOf } from '../run/text-of.js';
import { checkOut } from '../run/write-out.js';

export interface SweepOptions extends SourceOptions, SearchOptions {
  readonly preset?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `projecta sweep`: runs a config with many values of its parameters, keeps the artifacts and prints what came of it. */
export async function sweep(path: string | undefined, options: SweepOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  const { out } = options;
  if (out !== undefined) await checkOut(out);
  const { value, source } = await runConfigOf(path, options.preset, settings);
  const config = sweepOf(value, options);
  const bar = await progressBar(options.json ? { ...terminal, isWatched: false } : terminal);
  const job = { kind: 'sweep', config, options, context, show: bar.show } as const;
  const done = await namingSource(source, () => (out === undefined ? runIntoHome(job) : runIntoFolder(out, job))).finally(bar.stop);
  for (const note of done.notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
  if (options.json) terminal.print(await textOf(done, 'summary'));
  else await printSweep(done, context);
  return EXIT.done;
}

async function printSweep(done: DoneRun, { terminal }: Context): Promise<void> {
  const { folder, how, candlesFrom, tried } = done;
  const summary = JSON.parse(await textOf(done, 'summary')) as SweepSummary;
  const normal = JSON.parse(await textOf(done, 'config')) as NormalizedSweep;
  const trials = await tableFromParquet(await done.bytes('sweep.parquet'));
  const chosen = { metrics: summary.best.metrics, bars: summary.bars };
  const selection = runSelection(chosen, tried ?? ownCounts(trials, summary));
  terminal.print(sweepPage({ summary, sweep: normal, trials, selection, candlesFrom }, terminal));
  const said = {
    new: '',
    known: 'The same sweep was there already, intact; nothing was written.',
    mended: 'The same sweep was there, damaged; it is written anew.',
  }[how];
  const rows: (readonly [string, string])[] = [
    ['sweep_hash', summary.sweep_hash],
    ['best run_hash', summary.best.run_hash],
    ['report', join(folder, 'report.html')],
    ...(said === '' ? [] : [['', said] as const]),
  ];
  terminal.print(`\n${facts(rows, terminal)}`);
}
