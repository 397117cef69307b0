import type { JsonValue } from '@projecta/hashing';
import type { Context } from '../command.js';
import type { RunRequest } from './compute-run.js';

/** A run's request from a config, a command's options and the settings. */
export function requestOf(
  config: JsonValue,
  options: { readonly data?: string; readonly plugin?: readonly string[] },
  { settings, version }: Context,
): RunRequest {
  const { home, dataDir, extraDigests } = settings;
  return {
    config,
    dataFile: options.data ?? null,
    plugins: [...settings.plugins, ...(options.plugin ?? [])],
    home,
    dataDir,
    extraDigests,
    engineVersion: version,
  };
}
