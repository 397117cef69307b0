import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import type { Home, Settings } from '@projecta/home';
import { withHomeIfThere } from '../run/homes.js';
import { type ReadConfig, readConfig } from './read-config.js';

/** The config that a command names: a file, stdin, or a preset. Throws what reading it throws, REQUIRED, NOT_ALLOWED, PRESET_NOT_FOUND. */
export async function runConfigOf(path: string | undefined, preset: string | undefined, settings: Settings): Promise<ReadConfig> {
  if (path !== undefined && preset !== undefined) {
    throw new ProjectaError('NOT_ALLOWED', `There are two configs: ${path} and --preset ${preset}. Give one; --set changes it.`);
  }
  if (path !== undefined) return readConfig(path);
  if (preset !== undefined) return withHomeIfThere(settings, (home) => presetConfig(home, preset));
  throw new ProjectaError('REQUIRED', `missing required argument 'config': the file of a RunConfig, or - for stdin, or --preset ID.`);
}

async function presetConfig(home: Home | null, id: string): Promise<ReadConfig> {
  if (!home) throw noPreset(id);
  const { name, config } = await home.store.presets.get(id);
  return { value: config as JsonValue, source: `preset ${name}` };
}

/** For where there is no home to look for it in. */
export function noPreset(id: string): ProjectaError {
  return new ProjectaError(
    'PRESET_NOT_FOUND',
    `There is no preset ${JSON.stringify(id)}: none has been added. Add one by projecta preset add.`,
  );
}
