/** The bar returns that a position made. */
export interface ReturnsInMarket {
  readonly returns: Float64Array;
  /** Bars that neither held a position nor moved equity: their zeros would drown the rest. */
  readonly flatBars: number;
  readonly mean: number;
  /** Sample standard deviation; 0 with fewer than two returns. */
  readonly std: number;
}

/** r_t = E_t/E_{t−1} − 1 of the bars with a position at either end or a change of equity. A bar that follows equity <= 0 has none. */
export function returnsInMarket(equity: Float64Array, position: Float64Array): ReturnsInMarket {
  const kept = new Float64Array(Math.max(0, equity.length - 1));
  let count = 0;
  for (let t = 1; t < equity.length; t++) {
    const before = equity[t - 1]!;
    const flat = position[t - 1] === 0 && position[t] === 0 && equity[t] === before;
    if (flat || !(before > 0)) continue;
    kept[count++] = equity[t]! / before - 1;
  }
  const returns = kept.subarray(0, count);
  return { returns, flatBars: Math.max(0, equity.length - 1) - count, ...spreadOf(returns) };
}

function spreadOf(values: Float64Array): { mean: number; std: number } {
  if (values.length === 0) return { mean: 0, std: 0 };
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  return { mean, std: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) };
}
