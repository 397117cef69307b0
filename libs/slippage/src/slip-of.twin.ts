import { checkParams, type MarketColumns, type Slip, type SlippageModelDefinition } from '@projecta/plugin';

/** Candles of the given closes: the one column, beside volume, that a built-in model reads. */
export function marketOf(close: readonly number[], volume?: readonly number[]): MarketColumns {
  const column = Float64Array.from(close);
  return { open: column, high: column, low: column, close: column, ...(volume === undefined ? {} : { volume: Float64Array.from(volume) }) };
}

/** The model bound to a market, its parameters checked as a run would. */
export function slipOf(model: SlippageModelDefinition, market: MarketColumns, params: Readonly<Record<string, unknown>> = {}): Slip {
  const checked = checkParams(model.params, params, '/params');
  if (checked.problems.length > 0) throw new Error(JSON.stringify(checked.problems));
  return model.bind(market, checked.params);
}
