import type { Candles, PriceColumn } from '@projecta/candles';
import { type Problem, ProjectaError } from '@projecta/errors';
import { type IndicatorDefinition, type InputName, inputsOf, type StrategyDefinition } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { featuresOf } from './strategy-columns.js';

/**
 * Refuses a config that needs columns its candles do not have, volume or vwap, before anything is computed.
 * @throws ProjectaError DATA_INVALID with every place that needs one
 */
export function requireColumns(config: NormalizedRunConfig, candles: Candles, catalogue: Catalogue): void {
  const { strategy, risk, execution, indicators } = config;
  const problems: Problem[] = [];
  const need = (path: string, who: string, columns: readonly (PriceColumn | undefined)[], instead: string): void => {
    for (const column of new Set(columns)) {
      if (column === undefined || candles[column]) continue;
      const message = `${who} needs the ${column} column, which these candles do not have. Add the column or ${instead}.`;
      problems.push({ path, code: 'DATA_INVALID', message });
    }
  };

  indicators.forEach(({ name, params }, i) => {
    const source = params['source'] as PriceColumn | undefined;
    need(`/indicators/${i}`, `The indicator ${name}`, columnsOf(catalogue.indicator.get(name)!, source), 'leave the indicator out');
  });
  need(
    '/strategy',
    `The strategy ${strategy.name}`,
    readBy(catalogue.strategy.get(strategy.name)!, strategy.params),
    'take another strategy',
  );
  need('/risk/model', `The risk model ${risk.model}`, catalogue.risk_model.get(risk.model)!.inputs ?? [], 'take another model');
  const { fill_price } = execution;
  need('/execution/fill_price', `The fill price ${fill_price}`, fill_price === 'vwap_next' ? ['vwap'] : [], 'fill at open_next');

  if (problems.length === 0) return;
  const more = problems.length === 1 ? '' : ` (and ${problems.length - 1} more problem${problems.length === 2 ? '' : 's'})`;
  throw new ProjectaError('DATA_INVALID', `${problems[0]!.message}${more}`, problems);
}

/** The columns a strategy reads itself or through its indicators. */
function readBy(strategy: StrategyDefinition, params: NormalizedRunConfig['strategy']['params']): PriceColumn[] {
  const features = Object.values(featuresOf(strategy, params)).flatMap(({ indicator, source }) => columnsOf(indicator, source));
  return [...inputsOf(strategy, params), ...features];
}

function columnsOf({ inputs }: IndicatorDefinition, source: PriceColumn = 'close'): PriceColumn[] {
  return inputs.map((name: InputName) => (name === 'source' ? source : name));
}
