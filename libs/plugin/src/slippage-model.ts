import type { About } from './about.js';
import type { Params, ParamsOf } from './param.js';

/** The candle columns a slippage model may read. Volume is absent where the data have none. */
export interface MarketColumns {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume?: Float64Array;
}

/**
 * The price after slippage of one fill: `price` before it, side +1 buy or −1 sell, `quantity` > 0 units,
 * `t` the fill's bar, `decisionBar` the last bar known when the order was decided.
 */
export type Slip = (price: number, side: number, quantity: number, t: number, decisionBar: number) => number;

export interface SlippageModelDeclaration<P extends Params> extends About {
  readonly params: P;
  check?(params: ParamsOf<P>): { readonly param: string; readonly message: string } | undefined;
  /** Binds the model to a run: one closure a run, nothing allocated a fill. */
  bind(market: MarketColumns, params: ParamsOf<P>): Slip;
}

export interface SlippageModelDefinition<P extends Params = Params> extends SlippageModelDeclaration<P> {
  readonly kind: 'slippage_model';
}

/** Declares a slippage model: how far a fill's price moves against the order. */
export function defineSlippageModel<const P extends Params>(declaration: SlippageModelDeclaration<P>): SlippageModelDefinition<P> {
  return { ...declaration, kind: 'slippage_model' };
}
