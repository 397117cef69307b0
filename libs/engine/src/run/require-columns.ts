import type { Candles, PriceColumn } from '@projecta/candles';
import { type Problem, ProjectaError } from '@projecta/errors';
import { type IndicatorDefinition, type InputName, inputsOf, type StrategyDefinition } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedIndicator, NormalizedRunConfig } from '../config/normalized-run-config.js';
import { featuresOf } from './strategy-columns.js';

/**
 * Refuses a config that needs columns its candles do not have, volume or vwap, before anything is computed.
 * @throws ProjectaError DATA_INVALID with every place that needs one
 */
export function requireColumns(config: NormalizedRunConfig, candles: Candles, catalogue: Catalogue): void {
  const { strategy, risk, execution, indicators } = config;
  const { fill_price } = execution;
  refuseMissingColumns([
    ...indicatorColumnProblems(indicators, candles, catalogue),
    ...missingColumns(candles, {
      path: '/strategy',
      who: `The strategy ${strategy.name}`,
      columns: readBy(catalogue.strategy.get(strategy.name)!, strategy.params),
      instead: 'take another strategy',
    }),
    ...missingColumns(candles, {
      path: '/risk/model',
      who: `The risk model ${risk.model}`,
      columns: catalogue.risk_model.get(risk.model)!.inputs ?? [],
      instead: 'take another model',
    }),
    ...missingColumns(candles, {
      path: '/execution/fill_price',
      who: `The fill price ${fill_price}`,
      columns: fill_price === 'vwap_next' ? ['vwap'] : [],
      instead: 'fill at open_next',
    }),
  ]);
}

/** A problem for each column that an indicator needs and the candles do not have. */
export function indicatorColumnProblems(indicators: readonly NormalizedIndicator[], candles: Candles, catalogue: Catalogue): Problem[] {
  return indicators.flatMap(({ name, params }, i) =>
    missingColumns(candles, {
      path: `/indicators/${i}`,
      who: `The indicator ${name}`,
      columns: columnsOf(catalogue.indicator.get(name)!, params['source'] as PriceColumn | undefined),
      instead: 'leave the indicator out',
    }),
  );
}

/** Throws DATA_INVALID where there is a problem. */
export function refuseMissingColumns(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const more = problems.length === 1 ? '' : ` (and ${problems.length - 1} more problem${problems.length === 2 ? '' : 's'})`;
  throw new ProjectaError('DATA_INVALID', `${problems[0]!.message}${more}`, problems);
}

interface Need {
  readonly path: string;
  readonly who: string;
  readonly columns: readonly PriceColumn[];
  /** What else to do. */
  readonly instead: string;
}

function missingColumns(candles: Candles, { path, who, columns, instead }: Need): Problem[] {
  return [...new Set(columns)]
    .filter((column) => !candles[column])
    .map((column) => {
      const message = `${who} needs the ${column} column, which these candles do not have. Add the column or ${instead}.`;
      return { path, code: 'DATA_INVALID', message };
    });
}

/** The columns a strategy reads itself or through its indicators. */
function readBy(strategy: StrategyDefinition, params: NormalizedRunConfig['strategy']['params']): PriceColumn[] {
  const features = Object.values(featuresOf(strategy, params)).flatMap(({ indicator, source }) => columnsOf(indicator, source));
  return [...inputsOf(strategy, params), ...features];
}

function columnsOf({ inputs }: IndicatorDefinition, source: PriceColumn = 'close'): PriceColumn[] {
  return inputs.map((name: InputName) => (name === 'source' ? source : name));
}
