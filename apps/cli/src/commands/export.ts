import { type Table, tableCsv, type TableFormat, formatTable, tableFromParquet, tableJson } from '@projecta/artifacts';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { type KeptRun, writeWhole } from '@projecta/home';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { keptRunOf } from '../run/homes.js';
import { writeStdout } from '../write-stdout.js';

export interface ExportOptions {
  readonly format: TableFormat;
  readonly to?: string;
  readonly context: Context;
}

const PARQUET = '.parquet';

/** `projecta export`: tables of a run or a sweep as CSV, JSON or Arrow files; one named table without `--to` goes to stdout. */
export async function exportTables(
  hashOrFolder: string,
  names: readonly string[],
  { format, to, context }: ExportOptions,
): Promise<ExitCode> {
  const { settings, terminal } = context;
  const run = await keptRunOf(settings, hashOrFolder);
  const tables = chosen(run, names);
  if (to === undefined && names.length === 1) {
    if (format === 'arrow' && process.stdout.isTTY)
      throw refusal('Arrow is no text for a terminal. Name a folder by --to, or redirect stdout to a file.');
    await writeStdout(piecesOf(await tableOf(run, tables[0]!), format));
    return EXIT.done;
  }
  const folder = resolve(to ?? '.');
  const files = tables.map((name) => ({ name, path: join(folder, `${name}.${format}`) }));
  checkFree(folder, files);
  for (const { name, path } of files) {
    await writeWhole(path, piecesOf(await tableOf(run, name), format));
    terminal.print(path);
  }
  return EXIT.done;
}

/** The tables asked for, each once; all when none is named. */
function chosen({ kind, manifest }: KeptRun, names: readonly string[]): string[] {
  const all = manifest.artifacts.map(({ name }) => name);
  const tables = all.filter((name) => name.endsWith(PARQUET)).map((name) => name.slice(0, -PARQUET.length));
  if (names.length === 0) return tables;
  return [...new Set(names.map((name) => (name.endsWith(PARQUET) ? name.slice(0, -PARQUET.length) : name)))].map((name) => {
    if (tables.includes(name)) return name;
    if (all.includes(name)) throw refusal(`${quote(name)} is no table, so it is readable as it is. The tables are ${tables.join(', ')}.`);
    throw new ProjectaError(
      'ARTIFACT_NOT_FOUND',
      `The ${kind} has no table ${quote(name)}.${suggestion(name, tables)} It has ${tables.join(', ')}.`,
    );
  });
}

function checkFree(folder: string, files: readonly { readonly path: string }[]): void {
  if (existsSync(join(folder, 'manifest.json')))
    throw refusal(`${quote(folder)} is the folder of a run or a sweep; further files there would damage it. Name another by --to.`);
  const taken = files.filter(({ path }) => existsSync(path));
  if (taken.length > 0)
    throw refusal(
      `${taken.map(({ path }) => quote(path)).join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already. Remove ${taken.length === 1 ? 'it' : 'them'}, or name another folder by --to.`,
    );
}

async function tableOf(run: KeptRun, name: string): Promise<Table> {
  return tableFromParquet(await run.bytes(`${name}${PARQUET}`));
}

function piecesOf(table: Table, format: TableFormat): Iterable<string | Uint8Array> {
  if (format === 'csv') return tableCsv(table);
  return format === 'json' ? tableJson(table) : [formatTable(table, 'arrow')];
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', message);
}
