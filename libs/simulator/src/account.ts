import { type Allocate } from './growing-columns.js';
import { FillLog } from './fill-log.js';
import { type OpenTrade } from './simulation.js';
import { foldRange, notePrice, openTrade, type Trade } from './trade.js';
import { TradeLog } from './trade-log.js';

/** One fill as it is booked. */
export interface Booking {
  readonly t: number;
  /** +1 buy, −1 sell. */
  readonly side: number;
  readonly quantity: number;
  readonly basePrice: number;
  readonly price: number;
  readonly fee: number;
  readonly decisionClose: number;
  /** Code of REASONS. */
  readonly reason: number;
  /** Position after the fill where it is known exactly (an order's target, or 0); NaN: position + side·quantity. */
  readonly settles: number;
  readonly synthetic: boolean;
}

/** Cash, position and the round trip under way. Fees leave cash; they never hide in the price. */
export class Account {
  cash: number;
  /** Units, negative when short. */
  position = 0;
  /** Running average fill price of the position (slippage in, fees out); 0 when flat. */
  average = 0;
  trade: Trade | undefined;
  totalBorrow = 0;
  readonly fills: FillLog;
  readonly trades: TradeLog;

  constructor(initialCash: number, allocate: Allocate) {
    this.cash = initialCash;
    this.fills = new FillLog(allocate);
    this.trades = new TradeLog(allocate);
  }

  /** Books a fill: closes what it reverses first, splitting costs by quantity, then opens or adds with the rest. */
  book(fill: Booking, equityAtEntry: number): void {
    this.fills.push(fill);
    if (this.trade) foldRange(this.trade, this.average);
    const before = this.position;
    const after = Number.isNaN(fill.settles) ? before + fill.side * fill.quantity : fill.settles;
    this.cash -= fill.side * fill.quantity * fill.price + fill.fee;
    const slippage = fill.quantity * Math.abs(fill.price - fill.basePrice);
    const closes = before * fill.side < 0 ? Math.min(fill.quantity, Math.abs(before)) : 0;
    const opens = after * fill.side > 0 ? (closes > 0 ? fill.quantity - closes : fill.quantity) : 0;
    const closingShare = closes > 0 && opens > 0 ? closes / fill.quantity : closes > 0 ? 1 : 0;
    if (closes > 0)
      this.reduce(fill, closes, { fee: fill.fee * closingShare, slippage: slippage * closingShare, flat: after * before <= 0 });
    if (opens > 0) this.add(fill, opens, { fee: fill.fee * (1 - closingShare), slippage: slippage * (1 - closingShare), equityAtEntry });
    this.position = after;
  }

  /** Charges borrow on a short position (A21). */
  borrow(amount: number): void {
    this.cash -= amount;
    this.totalBorrow += amount;
    if (this.trade) this.trade.borrow += amount;
  }

  /** The round trip still open, at the last close. */
  open(lastClose: number): OpenTrade | undefined {
    const { trade, position, average } = this;
    if (!trade) return undefined;
    foldRange(trade, average);
    const bought = trade.side * (trade.exitNotional - trade.entryNotional);
    return {
      side: trade.side > 0 ? 1 : -1,
      entry_bar: trade.entryBar,
      quantity: trade.entryQuantity,
      position,
      average_price: average,
      gross_pnl: bought + position * average,
      unrealised_pnl: position * (lastClose - average),
      fees: trade.fees,
      slippage: trade.slippage,
      borrow: trade.borrow,
      mae: trade.mae,
      mfe: trade.mfe,
      equity_at_entry: trade.equityAtEntry,
    };
  }

  private reduce(fill: Booking, quantity: number, part: { readonly fee: number; readonly slippage: number; readonly flat: boolean }): void {
    const trade = this.trade!;
    notePrice(trade, fill.price, this.average);
    trade.exitQuantity += quantity;
    trade.exitNotional += quantity * fill.price;
    trade.fees += part.fee;
    trade.slippage += part.slippage;
    if (!part.flat) return;
    this.trades.push(trade, fill.t, fill.reason);
    this.trade = undefined;
    this.average = 0;
  }

  private add(
    fill: Booking,
    quantity: number,
    part: { readonly fee: number; readonly slippage: number; readonly equityAtEntry: number },
  ): void {
    const held = this.trade ? Math.abs(this.position) : 0;
    this.trade ??= openTrade(fill.side, fill.t, fill.price, part.equityAtEntry);
    const { trade } = this;
    // Exact when the price is the average already (A2), and when the position is new.
    this.average = held === 0 ? fill.price : this.average + ((fill.price - this.average) * quantity) / (held + quantity);
    trade.entryQuantity += quantity;
    trade.entryNotional += quantity * fill.price;
    trade.fees += part.fee;
    trade.slippage += part.slippage;
  }
}
