import { ValidationFailed } from '@projecta/errors';
import { loadPluginFiles, normalized, presetNameProblem } from '@projecta/home';
import type { JsonObject } from '@projecta/persistence';
import type { Context } from '../command.js';
import { applySettings } from '../config/apply-settings.js';
import { namingSource } from '../config/naming-source.js';
import { readConfig } from '../config/read-config.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { presetFacts, presetJson } from '../print/preset-facts.js';
import { withHome } from '../run/homes.js';
import { pluginFiles } from '../run/run-source.js';

export interface PresetAddOptions {
  readonly name: string;
  readonly set?: readonly string[];
  readonly plugin?: readonly string[];
  readonly json?: true;
}

/** `projecta preset add`: keeps the normal form of a config under a name; the same again is the same preset. Throws VALIDATION_FAILED. */
export async function presetAdd(path: string, options: PresetAddOptions, { settings, terminal }: Context): Promise<ExitCode> {
  const { name } = options;
  const problem = presetNameProblem(name);
  if (problem) throw new ValidationFailed([{ ...problem, path: '--name' }], 'The command line');
  const { value, source } = await readConfig(path);
  const submitted = applySettings(value, options.set ?? []);
  const plugins = await loadPluginFiles(pluginFiles(options, settings));
  const config = (await namingSource(source, async () => normalized(submitted, plugins))) as unknown as JsonObject;
  const { preset, created } = await withHome(settings, ({ store }) => store.presets.put({ name, config }));
  if (options.json) terminal.print(JSON.stringify({ ...presetJson(preset), created }));
  else {
    terminal.print(`${terminal.color.green(created ? 'stored' : 'stored already')}  ${preset.name}`);
    terminal.print(presetFacts(preset, terminal));
  }
  return EXIT.done;
}
