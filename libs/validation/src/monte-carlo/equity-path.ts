import type { Path } from './path.js';

/** The path of a simulated equity curve, which starts from the initial cash and is floored at 0 (E7). */
export function equityPath(equity: Float64Array, initialCash: number, path: Path): void {
  let peak = initialCash;
  let lowest = 1;
  for (let t = 0; t < equity.length; t++) {
    const value = Math.max(0, equity[t]!);
    if (value > peak) peak = value;
    else if (value < lowest * peak) lowest = value / peak;
  }
  path.final = equity.length === 0 ? initialCash : Math.max(0, equity[equity.length - 1]!);
  path.drawdown = lowest - 1;
}
