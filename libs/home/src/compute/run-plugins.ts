import { type Catalogue, catalogueOf, loadPlugins, type NormalizedRunConfig, normalizeConfig, type UserPlugin } from '@projecta/engine';

/** Plug-ins loaded from files, each with its file's digest. */
export type RunPlugins = readonly UserPlugin[];

/** The catalogue with a user's plug-ins. Throws what loading them throws. */
export function catalogueWith(plugins: RunPlugins, builtIn: Catalogue = catalogueOf()): Catalogue {
  const own = loadPlugins(plugins, builtIn).map(({ definition }) => definition);
  return own.length === 0 ? builtIn : catalogueOf(own);
}

/** The normal form of a config under these plug-ins. Throws VALIDATION_FAILED. */
export function normalized(config: unknown, plugins: RunPlugins, builtIn: Catalogue = catalogueOf()): NormalizedRunConfig {
  return normalizeConfig(config, catalogueWith(plugins, builtIn));
}
