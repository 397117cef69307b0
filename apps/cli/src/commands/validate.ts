import { identifyRun, loadPluginFiles, runRequest } from '@projecta/home';
import type { Context } from '../command.js';
import { applySettings } from '../config/apply-settings.js';
import { namingSource } from '../config/naming-source.js';
import { runConfigOf } from '../config/run-config-of.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { formatNumber } from '../print/format-number.js';
import { withHomeIfThere } from '../run/homes.js';
import { pluginFiles, runSource, type SourceOptions } from '../run/run-source.js';

export interface ValidateOptions extends SourceOptions {
  readonly preset?: string;
  readonly set?: readonly string[];
  readonly json?: true;
}

/** `projecta validate`: the normal form of a config, its hash and its bars; nothing is run. Throws what `run` would throw before it computes. */
export async function validate(path: string | undefined, options: ValidateOptions, context: Context): Promise<ExitCode> {
  const { settings, terminal } = context;
  const { value, source } = await runConfigOf(path, options.preset, settings);
  const submitted = applySettings(value, options.set ?? []);
  const plugins = await loadPluginFiles(pluginFiles(options, settings));
  const request = await withHomeIfThere(settings, (home) => runRequest(submitted, runSource(home, options, context)));
  const { config, config_hash, bars, candlesFrom, notes } = await namingSource(source, () => identifyRun(request, plugins));
  for (const note of notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
  if (options.json) terminal.print(JSON.stringify({ config, config_hash, bars }));
  else {
    const { color } = terminal;
    terminal.print(`${color.green('valid')}  ${formatNumber(bars, 0)} bars from ${candlesFrom}`);
    terminal.print(`${color.dim('config_hash')}  ${config_hash}`);
    terminal.print(JSON.stringify(config, undefined, 2));
  }
  return EXIT.done;
}
