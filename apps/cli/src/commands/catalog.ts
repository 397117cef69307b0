import { configParams } from '@projecta/engine';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { catalogueWith, loadPluginFiles } from '@projecta/home';
import { paramsSchema } from '@projecta/plugin';
import type { Context } from '../command.js';
import { type CatalogEntry, KINDS } from '../catalog-kinds.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { listOfPlugins, pagesOfPlugin } from '../print/catalog-pages.js';
import { pluginFiles } from '../run/run-source.js';

export interface CatalogOptions {
  readonly plugin?: readonly string[];
  readonly json?: true;
}

/** `projecta catalog`: every plug-in, or all of one name with their parameters. */
export async function catalog(name: string | undefined, options: CatalogOptions, { settings, terminal }: Context): Promise<ExitCode> {
  const catalogue = catalogueWith(await loadPluginFiles(pluginFiles(options, settings)));
  const entries = KINDS.flatMap(([kind]) => [...catalogue[kind].values()] as CatalogEntry[]);
  const named = name === undefined ? entries : entries.filter((one) => one.name === name);
  if (named.length === 0) throw unknown(name!, entries);
  if (options.json) terminal.print(JSON.stringify({ items: named.map(itemOf) }));
  else terminal.print(name === undefined ? listOfPlugins(named, terminal) : pagesOfPlugin(named, terminal));
  return EXIT.done;
}

/** A plug-in as programs read it: parameters as JSON Schema. */
function itemOf(entry: CatalogEntry): object {
  const { kind, name, title, description } = entry;
  const { reference, version } = entry as { readonly reference?: string; readonly version?: string };
  const about = { kind, name, title, description, ...(reference && { reference }), ...(version && { version }) };
  const columns = {
    ...('inputs' in entry && entry.inputs && { inputs: entry.inputs }),
    ...('outputs' in entry && { outputs: entry.outputs }),
    ...('null_hypothesis' in entry && entry.null_hypothesis !== undefined && { null_hypothesis: entry.null_hypothesis }),
  };
  return { ...about, params: paramsSchema(configParams(entry)), ...columns };
}

function unknown(name: string, entries: readonly CatalogEntry[]): ProjectaError {
  const hint = suggestion(
    name,
    entries.map((one) => one.name),
  );
  return new ProjectaError('NOT_ALLOWED', `There is no plug-in ${quote(name)}.${hint} projecta catalog lists all ${entries.length}.`);
}
