import type { Booking } from './account.js';
import { type Allocate, GrowingRows } from './growing-rows.js';
import type { FillColumns } from './ledger.js';

const at = {
  bar: 0,
  side: 1,
  quantity: 2,
  basePrice: 3,
  price: 4,
  fee: 5,
  decisionClose: 6,
  reason: 7,
  synthetic: 8,
} as const;
const CELLS = 9;

/** The fills of a run: written while they happen, read as columns afterwards, each made when it is first asked for. */
export class FillLog implements FillColumns {
  private readonly rows: GrowingRows;

  constructor(allocate: Allocate) {
    this.rows = new GrowingRows(CELLS, allocate);
  }

  push(fill: Booking): void {
    const row = this.rows.append();
    const { cells } = this.rows;
    cells[row + at.bar] = fill.t;
    cells[row + at.side] = fill.side;
    cells[row + at.quantity] = fill.quantity;
    cells[row + at.basePrice] = fill.basePrice;
    cells[row + at.price] = fill.price;
    cells[row + at.fee] = fill.fee;
    cells[row + at.decisionClose] = fill.decisionClose;
    cells[row + at.reason] = fill.reason;
    cells[row + at.synthetic] = fill.synthetic ? 1 : 0;
  }

  get length(): number {
    return this.rows.length;
  }

  get bar(): Float64Array {
    return this.rows.column(at.bar);
  }

  get side(): Float64Array {
    return this.rows.column(at.side);
  }

  get quantity(): Float64Array {
    return this.rows.column(at.quantity);
  }

  get base_price(): Float64Array {
    return this.rows.column(at.basePrice);
  }

  get price(): Float64Array {
    return this.rows.column(at.price);
  }

  get notional(): Float64Array {
    return this.rows.made('notional', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS) column[i] = cells[row + at.quantity]! * cells[row + at.price]!;
    });
  }

  get fee(): Float64Array {
    return this.rows.column(at.fee);
  }

  get slippage(): Float64Array {
    return this.rows.made('slippage', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS)
        column[i] = cells[row + at.quantity]! * Math.abs(cells[row + at.price]! - cells[row + at.basePrice]!);
    });
  }

  get delay(): Float64Array {
    return this.rows.made('delay', (column, cells) => {
      for (let i = 0, row = 0; i < column.length; i++, row += CELLS) {
        const distance = cells[row + at.basePrice]! - cells[row + at.decisionClose]!;
        column[i] = cells[row + at.side]! * cells[row + at.quantity]! * distance + 0; // + 0: never −0
      }
    });
  }

  get decision_close(): Float64Array {
    return this.rows.column(at.decisionClose);
  }

  get reason(): Uint8Array {
    return this.rows.codes(at.reason);
  }

  get synthetic(): Uint8Array {
    return this.rows.codes(at.synthetic);
  }
}
