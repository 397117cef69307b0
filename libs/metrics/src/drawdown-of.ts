/**
 * Drawdown of an equity curve: E_t/max_{s<=t}E_s − 1, a fraction <= 0, below −1 where equity is negative.
 * 0 while no positive equity has been seen. n values, written to the start of `out` when it is given.
 */
export function drawdownOf(equity: Float64Array, out?: Float64Array): Float64Array {
  const drawdown = out === undefined ? new Float64Array(equity.length) : out.subarray(0, equity.length);
  let peak = 0;
  for (let t = 0; t < drawdown.length; t++) {
    const current = equity[t]!;
    if (current > peak) peak = current;
    drawdown[t] = peak > 0 ? current / peak - 1 : 0;
  }
  return drawdown;
}
