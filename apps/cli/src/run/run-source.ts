import type { Home, RequestSource, Settings } from '@projecta/home';
import type { Context } from '../command.js';

/** The options that say what a run is made with. */
export interface SourceOptions {
  readonly data?: string;
  readonly plugin?: readonly string[];
}

/** Where a command's runs take candles, and what their manifests say. */
export function runSource(home: Home | null, { data }: SourceOptions, { settings, version }: Context): RequestSource {
  const { dataDir, extraDigests } = settings;
  return { home, dataDir, extraDigests, engineVersion: version, dataFile: data ?? null };
}

/** The plug-in files of a command: those of the environment, then its own. */
export function pluginFiles({ plugin = [] }: SourceOptions, { plugins }: Settings): string[] {
  return [...plugins, ...plugin];
}
