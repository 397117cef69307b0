import type { Context } from '../command.js';
import { noPreset } from '../config/run-config-of.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { presetFacts, presetJson } from '../print/preset-facts.js';
import { withHomeIfThere } from '../run/homes.js';

/** `projecta preset show`: a preset with its config. Throws PRESET_NOT_FOUND, AMBIGUOUS_PREFIX. */
export async function presetShow(id: string, options: { readonly json?: true }, { settings, terminal }: Context): Promise<ExitCode> {
  const preset = await withHomeIfThere(settings, async (home) => {
    if (!home) throw noPreset(id);
    return home.store.presets.get(id);
  });
  if (options.json) terminal.print(JSON.stringify(presetJson(preset)));
  else {
    terminal.print(terminal.color.bold(preset.name));
    terminal.print(presetFacts(preset, terminal));
    terminal.print(JSON.stringify(preset.config, undefined, 2));
  }
  return EXIT.done;
}
