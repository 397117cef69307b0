import { type Catalogue, catalogueOf, type NormalizedSweep, normalizeSweep } from '@projecta/engine';
import type { RunRequest } from './compute-run.js';
import { catalogueWith, type RunPlugins } from './run-plugins.js';

/** The normal form of the sweep in a request, under these plug-ins and the request's limits. Throws VALIDATION_FAILED. */
export function normalizedSweep(
  { config, limits }: Pick<RunRequest, 'config' | 'limits'>,
  plugins: RunPlugins,
  builtIn: Catalogue = catalogueOf(),
): NormalizedSweep {
  return normalizeSweep(config, catalogueWith(plugins, builtIn), { ...(limits && { maxTrials: limits.trials }) });
}
