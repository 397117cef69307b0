import type { Context } from '../command.js';
import { noPreset } from '../config/run-config-of.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { withHomeIfThere } from '../run/homes.js';

/** `projecta preset remove`: forgets a preset. Throws PRESET_NOT_FOUND, AMBIGUOUS_PREFIX. */
export async function presetRemove(id: string, options: { readonly json?: true }, { settings, terminal }: Context): Promise<ExitCode> {
  const { name, preset_id } = await withHomeIfThere(settings, async (home) => {
    if (!home) throw noPreset(id);
    const preset = await home.store.presets.get(id);
    await home.store.presets.remove(preset.preset_id);
    return preset;
  });
  terminal.print(options.json ? JSON.stringify({ preset_id, name, removed: true }) : `removed  ${name}  ${preset_id}`);
  return EXIT.done;
}
