import { type Problem, ProjectaError } from '@projecta/errors';
import { jsonSha256 } from '@projecta/hashing';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import type { NormalizedRunConfig } from './config/normalized-run-config.js';
import { loadPlugins, type UserPlugin } from './user-plugin.js';

/** A config that can run, with the hash of its normal form, or everything that is wrong with it. */
export type ValidatedConfig =
  | { readonly valid: true; readonly config: NormalizedRunConfig; readonly config_hash: string; readonly errors: readonly [] }
  | { readonly valid: false; readonly errors: readonly Problem[] };

/** Checks a RunConfig and runs nothing: whether its data have enough bars is only known with the data. */
export function validateRunConfig(submitted: unknown, plugins: readonly UserPlugin[] = []): ValidatedConfig {
  const loaded = loadPlugins(plugins, catalogueOf());
  try {
    const config = normalizeConfig(submitted, catalogueOf(loaded.map((one) => one.definition)));
    return { valid: true, config, config_hash: jsonSha256(config), errors: [] };
  } catch (error) {
    if (error instanceof ProjectaError && error.errors.length > 0) return { valid: false, errors: error.errors };
    throw error;
  }
}
