import type { Candles } from '@projecta/candles';
import { drawdownOf } from '@projecta/metrics';
import type { Outcome } from '@projecta/simulator';
import type { EquityCurve } from '../run-result.js';

/** The columns of equity.parquet: exposure is position·close/equity, signed (C9), 0 where there is no equity. */
export function equityCurve(
  { ts, close }: Candles,
  { equity, cash, position }: Outcome,
  allocate: (length: number) => Float64Array,
): EquityCurve {
  const exposure = allocate(ts.length);
  for (let t = 0; t < ts.length; t++) {
    const held = position[t]!;
    exposure[t] = held === 0 ? 0 : (held * close[t]!) / equity[t]!;
  }
  return { ts, equity, cash, position, drawdown: drawdownOf(equity, allocate(ts.length)), exposure };
}
