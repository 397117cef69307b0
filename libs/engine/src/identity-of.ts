import { ProjectaError } from '@projecta/errors';
import { canonicalJson, sha256Hex, utf8 } from '@projecta/hashing';
import type { IndicatorDefinition } from '@projecta/plugin';
import type { Catalogue } from './catalogue.js';
import type { NormalizedRunConfig } from './config/normalized-run-config.js';
import { guarded } from './guarded.js';
import type { PluginIdentity, RunIdentity } from './identity.js';
import { featuresOf } from './run/strategy-columns.js';
import type { LoadedPlugin } from './user-plugin.js';

/** Name of the engine and version of the meaning of its numbers: changed semantics give other hashes. */
export const ENGINE = { name: 'projecta', semantics_version: 1 } as const;

export interface Identified {
  readonly data: RunIdentity['data'];
  /** All plug-ins, ours, and a user's own with the digests of their modules. */
  readonly catalogue: Catalogue;
  readonly builtIn: Catalogue;
  readonly loaded: readonly LoadedPlugin[];
}

/** What a run of a config is, on these data. */
export function identityOf(config: NormalizedRunConfig, { data, catalogue, builtIn, loaded }: Identified): RunIdentity {
  return { config, data, engine: ENGINE, plugins: usedPlugins(config, catalogue, builtIn, loaded) };
}

/** SHA-256 of the bytes of identity.json. */
export function runHashOf(identity: RunIdentity): string {
  return sha256Hex(utf8(canonicalJson(identity)));
}

/**
 * The plug-ins a config uses that are not built in, sorted by kind and name: code that makes numbers is part of the identity.
 * @throws ProjectaError REQUIRED for one without a version
 */
export function usedPlugins(
  config: NormalizedRunConfig,
  catalogue: Catalogue,
  builtIn: Catalogue,
  loaded: readonly LoadedPlugin[],
): PluginIdentity[] {
  const strategy = catalogue.strategy.get(config.strategy.name)!;
  const asked = Object.values(featuresOf(strategy, config.strategy.params)).map((feature) => feature.indicator);
  const own = guarded(`strategy ${strategy.name}`, () => strategy.ownIndicators?.(config.strategy.params) ?? []);
  const named = config.indicators.map((one) => catalogue.indicator.get(one.name)!);
  const models = [
    strategy,
    catalogue.risk_model.get(config.risk.model)!,
    catalogue.slippage_model.get(config.execution.slippage_model.model)!,
  ];
  const used = [
    ...models.filter((one) => !builtIn[one.kind].has(one.name)), // nobody's own may take a built-in's name
    ...[...named, ...asked, ...own].filter((indicator) => !isBuiltIn(indicator, builtIn)),
  ];
  const identities = used.map(({ kind, name, version }): PluginIdentity => {
    const digest = loaded.find(({ definition }) => definition.kind === kind && definition.name === name)?.digest ?? null;
    if (!version)
      throw new ProjectaError('REQUIRED', `The ${kind} "${name}" needs a version: it is part of the identity of every run that uses it.`);
    return { kind, name, version, digest };
  });
  const key = ({ kind, name }: PluginIdentity): string => `${kind} ${name}`;
  const distinct = identities.filter((one, i) => identities.findIndex((other) => key(other) === key(one)) === i);
  return distinct.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function isBuiltIn(indicator: IndicatorDefinition, builtIn: Catalogue): boolean {
  return builtIn.indicator.get(indicator.name) === indicator;
}
