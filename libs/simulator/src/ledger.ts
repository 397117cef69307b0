/** Why a fill happened, in the order of the codes stored in `reason` columns. */
export const REASONS = ['signal', 'stop_loss', 'take_profit', 'trailing_stop', 'time', 'end', 'liquidation'] as const;

export type Reason = (typeof REASONS)[number];

/** One row a fill, columns of names.md (`ts` follows from `bar`). Codes in `reason` index REASONS; `synthetic` is 0 or 1. */
export interface FillColumns {
  readonly length: number;
  readonly bar: Float64Array;
  /** +1 buy, −1 sell. */
  readonly side: Float64Array;
  readonly quantity: Float64Array;
  readonly base_price: Float64Array;
  readonly price: Float64Array;
  readonly notional: Float64Array;
  readonly fee: Float64Array;
  readonly slippage: Float64Array;
  readonly delay: Float64Array;
  readonly decision_close: Float64Array;
  readonly reason: Uint8Array;
  readonly synthetic: Uint8Array;
}

/** One row a closed round trip, columns of names.md (`entry_ts`, `exit_ts` follow from the bars). NaN in `return` means null. */
export interface TradeColumns {
  readonly length: number;
  /** +1 long, −1 short. */
  readonly side: Float64Array;
  readonly entry_bar: Float64Array;
  readonly exit_bar: Float64Array;
  readonly quantity: Float64Array;
  readonly entry_price: Float64Array;
  readonly exit_price: Float64Array;
  readonly gross_pnl: Float64Array;
  readonly net_pnl: Float64Array;
  readonly return: Float64Array;
  readonly fees: Float64Array;
  readonly slippage: Float64Array;
  readonly borrow: Float64Array;
  readonly bars_held: Float64Array;
  readonly reason: Uint8Array;
  readonly mae: Float64Array;
  readonly mfe: Float64Array;
  readonly ambiguous: Uint8Array;
  readonly equity_at_entry: Float64Array;
}
