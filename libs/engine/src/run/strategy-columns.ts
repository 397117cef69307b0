import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import {
  computeIndicator,
  type IndicatorColumns,
  type IndicatorRef,
  inputsOf,
  type PriceColumn,
  type StrategyDefinition,
} from '@projecta/plugin';
import { guarded } from '../guarded.js';
import type { RunPlan } from './run-plan.js';

/** What a strategy reads: price columns, and each feature as a column or as columns by output. */
export type ReadColumns = Readonly<Record<string, Float64Array | IndicatorColumns>>;

/** The columns of one feature by output name. */
export type FeatureColumns = (feature: IndicatorRef) => IndicatorColumns;

/** Computes the columns a strategy asks for; `featureColumns` may answer with columns computed before. */
export function strategyColumns(
  { strategy, strategyParams }: RunPlan,
  candles: Candles,
  allocate: (length: number) => Float64Array,
  featureColumns: FeatureColumns = (feature) => computeFeature(feature, candles, allocate),
): ReadColumns {
  const columns: Record<string, Float64Array | IndicatorColumns> = {};
  for (const name of inputsOf(strategy, strategyParams)) columns[name] = priceColumn(strategy, candles, name);
  for (const [name, feature] of Object.entries(featuresOf(strategy, strategyParams))) {
    const outputs = featureColumns(feature);
    const [only] = feature.indicator.outputs.length === 1 ? Object.values(outputs) : [];
    columns[name] = only ?? outputs;
  }
  return columns;
}

/** Computes a feature on candles. */
export function computeFeature(
  { indicator, params, source = 'close' }: IndicatorRef,
  candles: Candles,
  allocate: (length: number) => Float64Array,
): IndicatorColumns {
  return computeIndicator(indicator, candles, params, { source, allocate });
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
