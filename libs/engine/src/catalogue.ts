import * as indicators from '@projecta/indicators';
import * as longTail from '@projecta/indicators/long-tail';
import type { IndicatorDefinition, RiskModelDefinition, SlippageModelDefinition, StrategyDefinition } from '@projecta/plugin';
import * as riskModels from '@projecta/risk-models';
import * as slippageModels from '@projecta/slippage';
import * as strategies from '@projecta/strategies';
import {
  block_bootstrap,
  causality,
  monte_carlo,
  overfitting,
  permutation,
  type ValidationMethod,
  walk_forward,
} from '@projecta/validation';
import type { PluginDefinition } from './user-plugin.js';

/** Every plug-in a run can name, by name. */
export interface Catalogue {
  readonly indicator: ReadonlyMap<string, IndicatorDefinition>;
  readonly strategy: ReadonlyMap<string, StrategyDefinition>;
  readonly risk_model: ReadonlyMap<string, RiskModelDefinition>;
  readonly slippage_model: ReadonlyMap<string, SlippageModelDefinition>;
  readonly validation_method: ReadonlyMap<string, ValidationMethod>;
}

/** The built-in plug-ins and a user's own. The module namespaces are the lists: their key order is fixed. */
export function catalogueOf(plugins: readonly PluginDefinition[] = []): Catalogue {
  const own = <K extends PluginDefinition['kind']>(kind: K) =>
    plugins.filter((one): one is Extract<PluginDefinition, { kind: K }> => one.kind === kind);
  const indicator = byName<IndicatorDefinition>([
    ...Object.values<IndicatorDefinition>(indicators),
    ...Object.values<IndicatorDefinition>(longTail),
    ...own('indicator'),
  ]);
  const allStrategies = [...Object.values<StrategyDefinition>(strategies), ...own('strategy')];
  return {
    indicator,
    strategy: byName<StrategyDefinition>(allStrategies.map((one) => one.withIndicators?.(indicator) ?? one)),
    risk_model: byName<RiskModelDefinition>([...Object.values<RiskModelDefinition>(riskModels), ...own('risk_model')]),
    slippage_model: byName<SlippageModelDefinition>([...Object.values<SlippageModelDefinition>(slippageModels), ...own('slippage_model')]),
    validation_method: byName<ValidationMethod>([permutation, block_bootstrap, monte_carlo, walk_forward, overfitting, causality]),
  };
}

function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  return new Map(definitions.map((one) => [one.name, one]));
}
