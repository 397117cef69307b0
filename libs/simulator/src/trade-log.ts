import { type Allocate, GrowingRows } from './growing-rows.js';
import { type TradeColumns } from './ledger.js';
import { type Trade } from './trade.js';

const at = {
  side: 0,
  entryBar: 1,
  exitBar: 2,
  entryQuantity: 3,
  entryNotional: 4,
  exitQuantity: 5,
  exitNotional: 6,
  fees: 7,
  slippage: 8,
  borrow: 9,
  reason: 10,
  mae: 11,
  mfe: 12,
  ambiguous: 13,
  equityAtEntry: 14,
} as const;
const STRIDE = 15;

/** The closed round trips of a run while it goes on. */
export class TradeLog {
  private readonly rows: GrowingRows;

  constructor(private readonly allocate: Allocate) {
    this.rows = new GrowingRows(STRIDE, allocate);
  }

  push(trade: Readonly<Trade>, exitBar: number, reason: number): void {
    const i = this.rows.append();
    const { values } = this.rows;
    values[i + at.side] = trade.side;
    values[i + at.entryBar] = trade.entryBar;
    values[i + at.exitBar] = exitBar;
    values[i + at.entryQuantity] = trade.entryQuantity;
    values[i + at.entryNotional] = trade.entryNotional;
    values[i + at.exitQuantity] = trade.exitQuantity;
    values[i + at.exitNotional] = trade.exitNotional;
    values[i + at.fees] = trade.fees;
    values[i + at.slippage] = trade.slippage;
    values[i + at.borrow] = trade.borrow;
    values[i + at.reason] = reason;
    values[i + at.mae] = trade.mae;
    values[i + at.mfe] = trade.mfe;
    values[i + at.ambiguous] = trade.ambiguous ? 1 : 0;
    values[i + at.equityAtEntry] = trade.equityAtEntry;
  }

  /** A23: prices are volume-weighted fill prices, gross is between notionals, net is gross − fees − borrow. */
  columns(): TradeColumns {
    const { rows } = this;
    const [side, entryBar, exitBar] = [rows.column(at.side), rows.column(at.entryBar), rows.column(at.exitBar)];
    const [quantity, entryNotional] = [rows.column(at.entryQuantity), rows.column(at.entryNotional)];
    const [exitQuantity, exitNotional] = [rows.column(at.exitQuantity), rows.column(at.exitNotional)];
    const [fees, borrow] = [rows.column(at.fees), rows.column(at.borrow)];
    const gross = rows.derived((i) => side[i]! * (exitNotional[i]! - entryNotional[i]!) + 0);
    const net = rows.derived((i) => gross[i]! - fees[i]! - borrow[i]!);
    return {
      length: rows.length,
      side,
      entry_bar: entryBar,
      exit_bar: exitBar,
      quantity,
      entry_price: rows.derived((i) => entryNotional[i]! / quantity[i]!),
      exit_price: rows.derived((i) => exitNotional[i]! / exitQuantity[i]!),
      gross_pnl: gross,
      net_pnl: net,
      return: rows.derived((i) => (entryNotional[i] === 0 ? NaN : net[i]! / entryNotional[i]!)),
      fees,
      slippage: rows.column(at.slippage),
      borrow,
      bars_held: rows.derived((i) => exitBar[i]! - entryBar[i]!),
      reason: rows.codes(at.reason),
      mae: rows.column(at.mae),
      mfe: rows.column(at.mfe),
      ambiguous: rows.codes(at.ambiguous),
      equity_at_entry: rows.column(at.equityAtEntry),
    };
  }
}
