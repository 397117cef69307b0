/** `execution` of a normalised RunConfig, the slippage model aside. Field meanings: semantics §4 and §5. */
export interface ExecutionSettings {
  readonly fill_price: FillPrice;
  readonly sizing: 'decision' | 'fill';
  readonly slippage_bps: number;
  readonly fee_bps: number;
  readonly fee_per_unit: number;
  readonly fee_fixed: number;
  readonly fee_min: number;
  readonly borrow_cost_bps: number;
  /** 0 = fractional quantities. */
  readonly lot_size: number;
  /** Largest share of a bar's volume one bar may fill; 0 = no limit. */
  readonly volume_limit: number;
  readonly zero_volume: 'wait' | 'fill' | 'drop';
  readonly flatten_end: boolean;
  readonly initial_cash: number;
}

export type FillPrice = 'open_next' | 'mid_next' | 'typical_next' | 'vwap_next' | 'close_same';

/** `risk` of a normalised RunConfig, the model aside. Stops are fractions of the average fill price. */
export interface RiskSettings {
  readonly max_leverage: number;
  readonly rebalance: Rebalance;
  readonly stop_loss?: number;
  readonly take_profit?: number;
  readonly trailing_stop?: number;
  readonly max_bars_held?: number;
}

export type Rebalance = 'on_change' | 'every_bar' | { readonly band: number };
