import { type Allocate, GrowingColumns } from './growing-columns.js';
import type { TradeColumns } from './ledger.js';
import type { Trade } from './trade.js';

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
const COLUMNS = 15;

/** The closed round trips of a run while it goes on. */
export class TradeLog {
  private readonly rows: GrowingColumns;

  constructor(private readonly allocate: Allocate) {
    this.rows = new GrowingColumns(COLUMNS, allocate);
  }

  push(trade: Readonly<Trade>, exitBar: number, reason: number): void {
    const row = this.rows.append();
    const { columns } = this.rows;
    columns[at.side]![row] = trade.side;
    columns[at.entryBar]![row] = trade.entryBar;
    columns[at.exitBar]![row] = exitBar;
    columns[at.entryQuantity]![row] = trade.entryQuantity;
    columns[at.entryNotional]![row] = trade.entryNotional;
    columns[at.exitQuantity]![row] = trade.exitQuantity;
    columns[at.exitNotional]![row] = trade.exitNotional;
    columns[at.fees]![row] = trade.fees;
    columns[at.slippage]![row] = trade.slippage;
    columns[at.borrow]![row] = trade.borrow;
    columns[at.reason]![row] = reason;
    columns[at.mae]![row] = trade.mae;
    columns[at.mfe]![row] = trade.mfe;
    columns[at.ambiguous]![row] = trade.ambiguous ? 1 : 0;
    columns[at.equityAtEntry]![row] = trade.equityAtEntry;
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
