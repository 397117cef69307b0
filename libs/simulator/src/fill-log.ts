import type { Booking } from './account.js';
import { type Allocate, GrowingColumns } from './growing-columns.js';
import type { FillColumns } from './ledger.js';

const at = { bar: 0, side: 1, quantity: 2, basePrice: 3, price: 4, fee: 5, decisionClose: 6, reason: 7, synthetic: 8 } as const;
const COLUMNS = 9;

/** The fills of a run while they happen. */
export class FillLog {
  private readonly rows: GrowingColumns;

  constructor(private readonly allocate: Allocate) {
    this.rows = new GrowingColumns(COLUMNS, allocate);
  }

  push(fill: Booking): void {
    const row = this.rows.append();
    const { columns } = this.rows;
    columns[at.bar]![row] = fill.t;
    columns[at.side]![row] = fill.side;
    columns[at.quantity]![row] = fill.quantity;
    columns[at.basePrice]![row] = fill.basePrice;
    columns[at.price]![row] = fill.price;
    columns[at.fee]![row] = fill.fee;
    columns[at.decisionClose]![row] = fill.decisionClose;
    columns[at.reason]![row] = fill.reason;
    columns[at.synthetic]![row] = fill.synthetic ? 1 : 0;
  }

  columns(): FillColumns {
    const { rows } = this;
    const side = rows.column(at.side);
    const quantity = rows.column(at.quantity);
    const basePrice = rows.column(at.basePrice);
    const price = rows.column(at.price);
    const decisionClose = rows.column(at.decisionClose);
    return {
      length: rows.length,
      bar: rows.column(at.bar),
      side,
      quantity,
      base_price: basePrice,
      price,
      notional: rows.derived((i) => quantity[i]! * price[i]!),
      fee: rows.column(at.fee),
      slippage: rows.derived((i) => quantity[i]! * Math.abs(price[i]! - basePrice[i]!)),
      delay: rows.derived((i) => side[i]! * quantity[i]! * (basePrice[i]! - decisionClose[i]!) + 0), // + 0: never −0
      decision_close: decisionClose,
      reason: rows.codes(at.reason),
      synthetic: rows.codes(at.synthetic),
    };
  }
}
