import type { Candles, PriceColumn } from '@projecta/candles';
import { ProjectaError, ValidationFailed } from '@projecta/errors';
import { checkParams } from './check-params.js';
import type { IndicatorDefinition, InputName } from './indicator.js';
import type { Params, ParamsOf } from './param.js';

/** Columns by output name, each as long as the candles, NaN before the first defined value. */
export type IndicatorColumns = Readonly<Record<string, Float64Array>>;

export interface ComputeOptions {
  /** The column, or any series as long as the candles, that a series indicator reads; default close. */
  readonly source?: PriceColumn | Float64Array;
  /** Where the output columns come from, for callers that reuse memory. */
  readonly allocate?: (length: number) => Float64Array;
}

/**
 * Computes an indicator on candles.
 * The outputs are allocated here, full of NaN, so length and warm-up hold by construction.
 * @throws ValidationFailed for bad parameters; ProjectaError DATA_INVALID when a needed column is absent.
 */
export function computeIndicator(
  indicator: IndicatorDefinition,
  candles: Candles,
  params: Readonly<Record<string, unknown>> = {},
  { source = 'close', allocate = (length) => new Float64Array(length) }: ComputeOptions = {},
): IndicatorColumns {
  const checked = checkParams(indicator.params, params, '/params');
  const problems = [...checked.problems];
  const clash = problems.length === 0 ? indicator.check?.(checked.params as ParamsOf<Params>) : undefined;
  if (clash) problems.push({ path: `/params/${clash.param}`, code: 'OUT_OF_RANGE', message: clash.message });
  if (problems.length > 0) throw new ValidationFailed(problems, `Indicator ${indicator.name}`);

  const inputs = Object.fromEntries(indicator.inputs.map((name) => [name, inputColumn(indicator.name, candles, name, source)]));
  const outputs = Object.fromEntries(indicator.outputs.map((name) => [name, allocate(candles.ts.length).fill(NaN)]));
  indicator.compute(inputs as Record<InputName, Float64Array>, checked.params as ParamsOf<Params>, outputs);
  return outputs;
}

/** The first bar at which any output of the indicator is defined. */
export function warmupOf(indicator: IndicatorDefinition, params: Readonly<Record<string, unknown>>): number {
  const warmup = indicator.warmup(checkParams(indicator.params, params, '/params').params as ParamsOf<Params>);
  return typeof warmup === 'number' ? warmup : Math.max(...Object.values(warmup));
}

function inputColumn(indicator: string, candles: Candles, name: InputName, source: PriceColumn | Float64Array): Float64Array {
  if (name === 'source' && typeof source !== 'string') return source;
  const column = name === 'source' ? (source as PriceColumn) : name;
  const values = candles[column];
  if (values === undefined)
    throw new ProjectaError(
      'DATA_INVALID',
      `${indicator} needs the ${column} column, which these candles do not have. Add the column or leave the indicator out.`,
    );
  return values;
}
