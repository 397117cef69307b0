import { type Problem, ProjectaError } from '@projecta/errors';
import { isPlainObject } from '@projecta/plugin';
import type { GridPoint } from '@projecta/validation';
import type { Catalogue } from '../catalogue.js';
import { checkCall } from '../config/plugin-call.js';
import { normalizeConfig } from '../config/normalize-config.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';

/** A trial's config in normal form, or all that is wrong with it. */
export type TrialConfig =
  | { readonly config: NormalizedRunConfig; readonly problems: readonly [] }
  | { readonly config: undefined; readonly problems: readonly Problem[] };

/** A path into a config: `risk.params.fraction`; a bare name means strategy.params. */
export function trialPath(name: string): readonly string[] {
  return name.includes('.') ? name.split('.') : ['strategy', 'params', name];
}

/**
 * The config with a trial's values in place: what the full run of that trial would be.
 * Where only strategy parameters change, only they are checked; anything else goes through every check of a submitted config.
 */
export function trialConfig(base: NormalizedRunConfig, point: GridPoint, catalogue: Catalogue): TrialConfig {
  const names = Object.keys(point);
  if (names.some((name) => name.includes('.'))) return rechecked(base, point, catalogue);
  const { name, params } = base.strategy;
  const call = { name, params: { ...params, ...point }, namePath: '/strategy/name', paramsPath: '/strategy/params' };
  const checked = checkCall(catalogue, 'strategy', call);
  if (checked.problems.length > 0) return { config: undefined, problems: checked.problems };
  return { config: { ...base, strategy: { name, params: checked.params } }, problems: [] };
}

function rechecked(base: NormalizedRunConfig, point: GridPoint, catalogue: Catalogue): TrialConfig {
  const { validation, ...rest } = base;
  const submitted = Object.entries(point).reduce<unknown>((into, [name, value]) => put(into, trialPath(name), value), rest);
  try {
    return { config: { ...normalizeConfig(submitted, catalogue), validation }, problems: [] };
  } catch (error) {
    if (error instanceof ProjectaError && error.errors.length > 0) return { config: undefined, problems: error.errors };
    throw error;
  }
}

/** A copy with a value at a path; objects on the way are made, what is no object is replaced. */
function put(into: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const before = isPlainObject(into) ? into : {};
  return { ...before, [key]: put(before[key], rest, value) };
}
