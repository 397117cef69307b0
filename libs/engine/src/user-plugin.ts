import { ProjectaError, quote } from '@projecta/errors';
import {
  isPlainObject,
  type IndicatorDefinition,
  type RiskModelDefinition,
  type SlippageModelDefinition,
  type StrategyDefinition,
} from '@projecta/plugin';
import type { Catalogue } from './catalogue.js';

/** What `defineStrategy`, `defineIndicator`, `defineRiskModel` and `defineSlippageModel` return. */
export type PluginDefinition = IndicatorDefinition | StrategyDefinition | RiskModelDefinition | SlippageModelDefinition;

/** A user's plug-in: the definition itself, or with the SHA-256 of the module file it came from. */
export type UserPlugin = PluginDefinition | { readonly definition: PluginDefinition; readonly digest: string };

/** A user's plug-in with the digest that enters the identity: null for one passed as a value. */
export interface LoadedPlugin {
  readonly definition: PluginDefinition;
  readonly digest: string | null;
}

const KINDS: readonly PluginDefinition['kind'][] = ['indicator', 'strategy', 'risk_model', 'slippage_model'];

/** Whether a value, such as one that a module exports, is a plug-in. */
export function isPlugin(value: unknown): value is PluginDefinition {
  return isPlainObject(value) && KINDS.some((kind) => kind === value['kind']);
}

/**
 * Checks a user's plug-ins: each is a definition with a version, under a name that is not taken.
 * @throws ProjectaError NOT_ALLOWED or REQUIRED
 */
export function loadPlugins(plugins: readonly UserPlugin[], builtIn: Catalogue): LoadedPlugin[] {
  const loaded = plugins.map(loadedPlugin);
  const seen = new Set<string>();
  for (const { definition } of loaded) {
    const { kind, name, version } = definition;
    if (!KINDS.includes(kind) || typeof name !== 'string') throw notAPlugin(definition);
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(name))
      throw new ProjectaError('NOT_ALLOWED', `A plug-in's name is snake_case, at most 64 characters: ${quote(name)} is not.`);
    if (typeof version !== 'string' || version === '') {
      throw new ProjectaError('REQUIRED', `The ${kind} "${name}" needs a version: it is part of the identity of every run that uses it.`);
    }
    if (builtIn[kind].has(name))
      throw new ProjectaError('NOT_ALLOWED', `There is a built-in ${kind} "${name}" already; give yours another name.`);
    if (seen.has(`${kind} ${name}`))
      throw new ProjectaError('NOT_ALLOWED', `Two plug-ins are a ${kind} "${name}"; give one of them another name.`);
    seen.add(`${kind} ${name}`);
  }
  return loaded;
}

function loadedPlugin(plugin: UserPlugin): LoadedPlugin {
  const one: unknown = plugin;
  if (!isPlainObject(one)) throw notAPlugin(one);
  if (!('definition' in one)) return { definition: plugin as PluginDefinition, digest: null };
  if (!isPlainObject(one['definition'])) throw notAPlugin(one['definition']);
  return plugin as LoadedPlugin;
}

function notAPlugin(value: unknown): ProjectaError {
  const what = 'A plug-in must be what defineStrategy, defineIndicator, defineRiskModel or defineSlippageModel returns';
  return new ProjectaError('NOT_ALLOWED', `${what}, not ${quote(value)}.`);
}
