import type { Candles } from '@projecta/candles';
import { ValidationFailed } from '@projecta/errors';
import { catalogueOf } from './catalogue.js';
import { checkCall } from './config/plugin-call.js';
import { featureColumns } from './run/feature-columns.js';
import { indicatorColumnProblems, refuseMissingColumns } from './run/require-columns.js';
import { loadPlugins, type UserPlugin } from './user-plugin.js';

/** Indicators as a RunConfig names them, and the bars they are computed on. */
export interface FeaturePreview {
  readonly indicators: readonly { readonly name: string; readonly params?: Readonly<Record<string, unknown>> }[];
  readonly candles: Candles;
  readonly plugins?: readonly UserPlugin[];
}

/**
 * The feature columns of indicators, bit for bit as a run over the same bars has them, by the same names.
 * @throws ValidationFailed for indicators that a RunConfig could not have, at `/indicators/0/…`; DATA_INVALID for a column that the candles do not
 * have; STRATEGY_ERROR for what a user's indicator throws
 */
export function previewFeatures({ indicators, candles, plugins = [] }: FeaturePreview): Readonly<Record<string, Float64Array>> {
  const loaded = loadPlugins(plugins, catalogueOf());
  const catalogue = catalogueOf(loaded.map((one) => one.definition));
  const checked = indicators.map(({ name, params }, i) => {
    const call = { name, params, namePath: `/indicators/${i}/name`, paramsPath: `/indicators/${i}/params` };
    return { name, ...checkCall(catalogue, 'indicator', call) };
  });
  const problems = checked.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ValidationFailed(problems, 'The preview');
  refuseMissingColumns(indicatorColumnProblems(checked, candles, catalogue));
  return featureColumns(checked, candles, catalogue);
}
