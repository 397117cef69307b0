import type { TradeRow } from '@projecta/client';

/** Bars as columns; times epoch ms. */
export interface Bars {
  readonly ts: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** A feature column over the bars, NaN where it is not defined. */
export interface FeatureLine {
  readonly name: string;
  readonly values: Float64Array;
}

/** What a chart of a run shows, all of it over the same bars. */
export interface RunSeries {
  /** Absent where the candles of the run are gone. */
  readonly bars?: Bars;
  readonly ts: Float64Array;
  readonly equity: Float64Array;
  /** Worth of the initial cash in buy and hold; absent without candles. */
  readonly hold?: Float64Array;
  /** Fractions, <= 0. */
  readonly drawdown: Float64Array;
  /** Signed share of equity. */
  readonly exposure: Float64Array;
  readonly trades: readonly TradeRow[];
  readonly protection: Protection;
}

/** Fractions of a position's average price, as the config's risk has them. */
export interface Protection {
  readonly stop_loss?: number | undefined;
  readonly take_profit?: number | undefined;
  readonly trailing_stop?: number | undefined;
}
