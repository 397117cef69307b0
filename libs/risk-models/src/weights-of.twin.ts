import { checkParams, type RiskModelDefinition } from '@projecta/plugin';

export interface WeightsSetting {
  readonly close: ArrayLike<number>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly direction?: number;
  readonly periodsPerYear?: number;
}

/** The model's weight at every bar for one direction: what a run would ask, bar by bar. */
export function weightsOf(
  model: RiskModelDefinition,
  { close, params = {}, direction = 1, periodsPerYear = 252 }: WeightsSetting,
): number[] {
  const checked = checkParams(model.params, params, '/params');
  if (checked.problems.length > 0) throw new Error(JSON.stringify(checked.problems));
  const column = Float64Array.from(close);
  const columns = { ts: column, open: column, high: column, low: column, close: column, volume: column, vwap: column };
  const weight = model.bind(columns, checked.params, { periodsPerYear });
  return Array.from(column, (_, t) => weight(t, direction));
}
