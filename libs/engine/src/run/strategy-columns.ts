import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { type IndicatorColumns, type IndicatorRef, computeIndicator, type PriceColumn, type StrategyDefinition } from '@projecta/plugin';
import { guarded } from '../guarded.js';
import type { RunPlan } from './run-plan.js';

/** What a strategy reads: price columns, and each feature as a column or as columns by output. */
export type ReadColumns = Readonly<Record<string, Float64Array | IndicatorColumns>>;

/** Computes the columns a strategy asks for. */
export function strategyColumns(
  { strategy, strategyParams }: RunPlan,
  candles: Candles,
  allocate: (length: number) => Float64Array,
): ReadColumns {
  const columns: Record<string, Float64Array | IndicatorColumns> = {};
  if (strategy.form === 'vector') for (const name of strategy.inputs ?? []) columns[name] = priceColumn(strategy, candles, name);
  for (const [name, feature] of Object.entries(featuresOf(strategy, strategyParams))) {
    const outputs = computeIndicator(feature.indicator, candles, feature.params, { source: feature.source ?? 'close', allocate });
    const [only] = feature.indicator.outputs.length === 1 ? Object.values(outputs) : [];
    columns[name] = only ?? outputs;
  }
  return columns;
}

/** The indicators a strategy asks for with these parameters. */
export function featuresOf(strategy: StrategyDefinition, params: RunPlan['strategyParams']): Readonly<Record<string, IndicatorRef>> {
  return guarded(`strategy ${strategy.name}`, () => strategy.features?.(params) ?? {});
}

function priceColumn(strategy: StrategyDefinition, candles: Candles, name: PriceColumn): Float64Array {
  const column = candles[name];
  if (column) return column;
  throw new ProjectaError('DATA_INVALID', `The strategy ${strategy.name} needs the ${name} column, which these candles do not have.`);
}
