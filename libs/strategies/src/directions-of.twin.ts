import { checkParams, computeIndicator, inputsOf, type VectorStrategy } from '@projecta/plugin';

type Candles = Parameters<typeof computeIndicator>[1];
type Columns = Parameters<VectorStrategy['target']>[0];

/** Bars of the given closes: each opens at the last one's close, its range is what lies between (widened by `wick` on both sides). */
export function candlesOf(close: readonly number[], wick = 0): Candles {
  const closes = Float64Array.from(close);
  const open = closes.map((price, t) => closes[t - 1] ?? price);
  return {
    ts: closes.map((_, t) => t * 60_000),
    open,
    high: closes.map((price, t) => Math.max(price, open[t]!) + wick),
    low: closes.map((price, t) => Math.min(price, open[t]!) - wick),
    close: closes,
    volume: closes.map((_, t) => 1 + (t % 7)),
  };
}

/** A strategy's features on candles: what the engine binds before it asks for directions. */
export function featuresOf(strategy: Pick<VectorStrategy, 'features'>, candles: Candles, params: Parameters<VectorStrategy['target']>[1]) {
  return Object.entries(strategy.features?.(params) ?? {}).map(([name, { indicator, params: own, source }]) => ({
    name,
    outputs: computeIndicator(indicator, candles, own, source === undefined ? {} : { source }),
  }));
}

/** A vector strategy's raw directions on candles: NaN where it has no opinion. */
export function directionsOf(
  strategy: VectorStrategy,
  candles: Candles,
  submitted: Readonly<Record<string, unknown>> = {},
  scratch?: (length: number) => Float64Array,
): Float64Array {
  const { params, problems: declared } = checkParams(strategy.params, submitted, '/params');
  const problems = [...declared, ...(strategy.problems?.(params) ?? [])];
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const columns: Record<string, unknown> = {};
  for (const name of inputsOf(strategy, params)) columns[name] = candles[name];
  for (const { name, outputs } of featuresOf(strategy, candles, params)) {
    const list = Object.values(outputs);
    columns[name] = list.length === 1 ? list[0] : outputs;
  }
  const out = new Float64Array(candles.close.length).fill(NaN);
  strategy.target(columns as Columns, params, out, scratch);
  return out;
}

/** What follows a strategy in a run: no opinion keeps the last one, flat before the first; `long_only` after that. */
export function heldDirections(raw: Float64Array, { long_only = false } = {}): number[] {
  let last = 0;
  return Array.from(raw, (direction) => {
    if (!Number.isNaN(direction)) last = direction;
    return long_only ? Math.max(last, 0) : last;
  });
}
