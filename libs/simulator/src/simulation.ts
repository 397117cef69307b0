import type { Candles } from '@projecta/candles';
import type { Slip, Weight } from '@projecta/plugin';
import type { ExecutionLuck } from './execution-luck.js';
import type { FillColumns, TradeColumns } from './ledger.js';
import type { ExecutionSettings, RiskSettings } from './settings.js';

/** Decides the direction at the close of bar t, for step strategies: the caller keeps NaN opinions out (keep-last). */
export type Decide = (t: number, position: number, averagePrice: number, equity: number) => number;

/** Everything a simulation depends on. */
export interface Simulation {
  readonly candles: Candles;
  /** d_t of every bar, after keep-last and long_only: no NaN. With `decide` it is filled bar by bar instead. */
  readonly directions: Float64Array;
  readonly decide?: Decide;
  /** Target weight of a non-zero direction at bar t, unclamped; NaN = undefined. */
  readonly weight: Weight;
  readonly slip: Slip;
  readonly execution: ExecutionSettings;
  readonly risk: RiskSettings;
  /** Fine-print A26: on a bar that meets both levels inside its range the target wins. */
  readonly targetFirst?: boolean;
  /** Good and bad luck in execution, drawn as events happen; default none. A simulation uses it up. */
  readonly luck?: ExecutionLuck;
  /** Where the columns of the outcome come from: reused memory saves the dear first touch. Default: new arrays. */
  readonly allocate?: (length: number) => Float64Array;
  /** First bar decided on (walk-forward); bars before it are history. Default 0. */
  readonly from?: number;
  /** `metrics`: what no metric reads is not kept, for trials of which nothing else is asked. Default: all of it. */
  readonly keeps?: 'everything' | 'metrics';
}

/** The position still open after the last bar, when it was not flattened. */
export interface OpenTrade {
  readonly side: 1 | -1;
  readonly entry_bar: number;
  readonly quantity: number;
  readonly position: number;
  readonly average_price: number;
  readonly gross_pnl: number;
  readonly unrealised_pnl: number;
  readonly fees: number;
  readonly slippage: number;
  readonly borrow: number;
  readonly mae: number;
  readonly mfe: number;
  readonly equity_at_entry: number;
}

/** What came of it. Columns run over bars. Where only `metrics` are kept, cash and position are empty, and MAE and MFE are not to be read. */
export interface Outcome {
  readonly equity: Float64Array;
  readonly cash: Float64Array;
  readonly position: Float64Array;
  /** Bars with a position at the close, and the position at the last one. */
  readonly exposed_bars: number;
  readonly final_position: number;
  readonly fills: FillColumns;
  readonly trades: TradeColumns;
  readonly open_trade: OpenTrade | undefined;
  readonly total_borrow: number;
  readonly ruined: boolean;
  /** Bars on which stop and target both lay inside the range. */
  readonly ambiguous_bars: number;
  /** Orders of which the cash did not pay for the whole. */
  readonly clipped_orders: number;
  /** Orders given up on a bar without volume (`zero_volume: drop`). */
  readonly dropped_orders: number;
}
