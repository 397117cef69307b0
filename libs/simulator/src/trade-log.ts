import { type Allocate, GrowingRows } from './growing-rows.js';
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
const CELLS = 15;

/** The closed round trips of a run: written while it goes on, read as columns afterwards, each made when it is first asked for. A23 defines them. */
export class TradeLog implements TradeColumns {
  private readonly rows: GrowingRows;

  constructor(allocate: Allocate) {
    this.rows = new GrowingRows(CELLS, allocate);
  }

  push(trade: Readonly<Trade>, exitBar: number, reason: number): void {
    const row = this.rows.append();
    const { cells } = this.rows;
    cells[row + at.side] = trade.side;
    cells[row + at.entryBar] = trade.entryBar;
    cells[row + at.exitBar] = exitBar;
    cells[row + at.entryQuantity] = trade.entryQuantity;
    cells[row + at.entryNotional] = trade.entryNotional;
    cells[row + at.exitQuantity] = trade.exitQuantity;
    cells[row + at.exitNotional] = trade.exitNotional;
    cells[row + at.fees] = trade.fees;
    cells[row + at.slippage] = trade.slippage;
    cells[row + at.borrow] = trade.borrow;
    cells[row + at.reason] = reason;
    cells[row + at.mae] = trade.mae;
    cells[row + at.mfe] = trade.mfe;
    cells[row + at.ambiguous] = trade.ambiguous ? 1 : 0;
    cells[row + at.equityAtEntry] = trade.equityAtEntry;
  }

  get length(): number {
    return this.rows.length;
  }

  get side(): Float64Array {
    return this.rows.column(at.side);
  }

  get entry_bar(): Float64Array {
    return this.rows.column(at.entryBar);
  }

  get exit_bar(): Float64Array {
    return this.rows.column(at.exitBar);
  }

  get quantity(): Float64Array {
    return this.rows.column(at.entryQuantity);
  }

  /** Volume-weighted fill prices. */
  get entry_price(): Float64Array {
    return this.rows.made('entry_price', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS)
        column[i] = cells[row + at.entryNotional]! / cells[row + at.entryQuantity]!;
    });
  }

  get exit_price(): Float64Array {
    return this.rows.made('exit_price', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS)
        column[i] = cells[row + at.exitNotional]! / cells[row + at.exitQuantity]!;
    });
  }

  /** Between notionals; net is gross − fees − borrow. */
  get gross_pnl(): Float64Array {
    return this.rows.made('gross_pnl', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS)
        column[i] = cells[row + at.side]! * (cells[row + at.exitNotional]! - cells[row + at.entryNotional]!) + 0;
    });
  }

  get net_pnl(): Float64Array {
    const gross = this.gross_pnl;
    return this.rows.made('net_pnl', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS)
        column[i] = gross[i]! - cells[row + at.fees]! - cells[row + at.borrow]!;
    });
  }

  get return(): Float64Array {
    const net = this.net_pnl;
    return this.rows.made('return', (column, cells) => {
      for (let i = 0, row = at.entryNotional; i < column.length; i++, row += CELLS)
        column[i] = cells[row] === 0 ? NaN : net[i]! / cells[row]!;
    });
  }

  get fees(): Float64Array {
    return this.rows.column(at.fees);
  }

  get slippage(): Float64Array {
    return this.rows.column(at.slippage);
  }

  get borrow(): Float64Array {
    return this.rows.column(at.borrow);
  }

  get bars_held(): Float64Array {
    return this.rows.made('bars_held', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS) column[i] = cells[row + at.exitBar]! - cells[row + at.entryBar]!;
    });
  }

  get reason(): Uint8Array {
    return this.rows.codes(at.reason);
  }

  get mae(): Float64Array {
    return this.rows.column(at.mae);
  }

  get mfe(): Float64Array {
    return this.rows.column(at.mfe);
  }

  get ambiguous(): Uint8Array {
    return this.rows.codes(at.ambiguous);
  }

  get equity_at_entry(): Float64Array {
    return this.rows.column(at.equityAtEntry);
  }
}
