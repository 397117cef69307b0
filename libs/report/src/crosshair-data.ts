import type { RunView } from './run-view.js';

/** Columns that the page's script reads when a reader points at a bar. */
export interface CrosshairData {
  readonly bars: number;
  /** Bars from one entry of the columns to the next. */
  readonly every: number;
  readonly columns: Readonly<Record<string, readonly (number | string)[]>>;
}

/** Most bars that can be pointed at; of more, every second, third … and the last. */
const MOST = 1200;

/** Values of the charts over the bars, five digits of each and thinned out evenly. */
export function crosshairData({ run, bars, hold, timeOf }: RunView): CrosshairData {
  const every = Math.ceil(bars / MOST);
  const at = Array.from({ length: Math.ceil(bars / every) }, (_, i) => i * every);
  const { equity, drawdown, exposure } = run.equity;
  const take = (column: Float64Array, digits: number): number[] =>
    at.map((t) => (Number.isFinite(column[t]!) ? Number(column[t]!.toPrecision(digits)) : 0));
  return {
    bars,
    every,
    columns: {
      time: at.map(timeOf),
      close: take(run.candles.close, 7),
      equity: take(equity, 8),
      hold: take(hold, 8),
      drawdown: take(drawdown, 4),
      exposure: take(exposure, 4),
    },
  };
}
