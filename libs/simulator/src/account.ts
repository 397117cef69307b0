import type { Allocate } from './growing-rows.js';
import { FillLog } from './fill-log.js';
import type { OpenTrade } from './simulation.js';
import { emptyTrade, foldRange, notePrice, startTrade, type Trade } from './trade.js';
import { TradeLog } from './trade-log.js';

/** One fill as it is booked. One object a run, filled in anew: a fill allocates nothing. */
export interface Booking {
  t: number;
  /** +1 buy, −1 sell. */
  side: number;
  quantity: number;
  basePrice: number;
  price: number;
  fee: number;
  decisionClose: number;
  /** Code of REASONS. */
  reason: number;
  /** Position after the fill where it is known exactly (an order's target, or 0); NaN: position + side·quantity. */
  settles: number;
  synthetic: boolean;
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
  /** The fill to be booked next. */
  readonly fill: Booking = {
    t: 0,
    side: 0,
    quantity: 0,
    basePrice: 0,
    price: 0,
    fee: 0,
    decisionClose: 0,
    reason: 0,
    settles: NaN,
    synthetic: false,
  };
  private readonly slot = emptyTrade();
  readonly fills: FillLog;
  readonly trades: TradeLog;

  constructor(initialCash: number, allocate: Allocate) {
    this.cash = initialCash;
    this.fills = new FillLog(allocate);
    this.trades = new TradeLog(allocate);
  }

  /** Books `fill`: closes what it reverses first, splitting costs by quantity, then opens or adds with the rest. */
  book(equityAtEntry: number): void {
    const { fill } = this;
    const { side, quantity, fee } = fill;
    this.fills.push(fill);
    if (this.trade) foldRange(this.trade, this.average);
    const before = this.position;
    const after = Number.isNaN(fill.settles) ? before + side * quantity : fill.settles;
    this.cash -= side * quantity * fill.price + fee;
    const slippage = quantity * Math.abs(fill.price - fill.basePrice);
    const closes = before * side < 0 ? Math.min(quantity, Math.abs(before)) : 0;
    const opens = after * side > 0 ? quantity - closes : 0;
    const share = closes > 0 && opens > 0 ? closes / quantity : closes > 0 ? 1 : 0;
    if (closes > 0) this.reduce(closes, fee * share, slippage * share, after * before <= 0);
    if (opens > 0) this.add(opens, fee * (1 - share), slippage * (1 - share), equityAtEntry);
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

  private reduce(quantity: number, fee: number, slippage: number, flat: boolean): void {
    const { fill } = this;
    const trade = this.trade!;
    notePrice(trade, fill.price, this.average);
    trade.exitQuantity += quantity;
    trade.exitNotional += quantity * fill.price;
    trade.fees += fee;
    trade.slippage += slippage;
    if (!flat) return;
    this.trades.push(trade, fill.t, fill.reason);
    this.trade = undefined;
    this.average = 0;
  }

  private add(quantity: number, fee: number, slippage: number, equityAtEntry: number): void {
    const { fill } = this;
    const held = this.trade ? Math.abs(this.position) : 0;
    this.trade ??= startTrade(this.slot, fill.side, fill.t, fill.price, equityAtEntry);
    const { trade } = this;
    // Exact when the price is the average already (A2), and when the position is new.
    this.average = held === 0 ? fill.price : this.average + ((fill.price - this.average) * quantity) / (held + quantity);
    trade.entryQuantity += quantity;
    trade.entryNotional += quantity * fill.price;
    trade.fees += fee;
    trade.slippage += slippage;
  }
}
