import type { Candles } from '@projecta/candles';
import { computeIndicator, type IndicatorDefinition, type PriceColumn } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedIndicator } from '../config/normalized-run-config.js';
import { guarded } from '../guarded.js';

/** The columns of the config's indicators by feature name: `sma_5`, `macd_12_26_9.signal`; another source than close is part of the name. */
export function featureColumns(
  indicators: readonly NormalizedIndicator[],
  candles: Candles,
  catalogue: Catalogue,
): Readonly<Record<string, Float64Array>> {
  const columns: Record<string, Float64Array> = {};
  for (const { name, params } of indicators) {
    const definition = catalogue.indicator.get(name)!;
    const { source = 'close', ...own } = params;
    const base = featureName(definition, params);
    const outputs = guarded(`indicator ${name}`, () => computeIndicator(definition, candles, own, { source: source as PriceColumn }));
    for (const [output, column] of Object.entries(outputs)) columns[definition.outputs.length === 1 ? base : `${base}.${output}`] = column;
  }
  return columns;
}

/** Name and parameter values in declared order. */
export function featureName(definition: IndicatorDefinition, params: NormalizedIndicator['params']): string {
  const values = Object.keys(definition.params).map((key) => String(params[key]));
  const source = params['source'] !== undefined && params['source'] !== 'close' ? [String(params['source'])] : [];
  return [definition.name, ...values, ...source].join('_');
}
