import type { TradeRow } from '@projecta/client';

/** The first trade at which two runs part: its place, and what each has there. */
export interface Divergence {
  /** From 0. */
  readonly at: number;
  readonly trades: readonly [TradeRow | undefined, TradeRow | undefined];
  /** Which columns differ; none where one run has no such trade. */
  readonly columns: readonly (keyof TradeRow)[];
}

const COLUMNS = [
  'side',
  'entry_ts',
  'exit_ts',
  'quantity',
  'entry_price',
  'exit_price',
  'reason',
  'net_pnl',
] as const satisfies readonly (keyof TradeRow)[];

/** Where the trades of two runs differ first; undefined where they are the same to the last. */
export function firstDivergence(a: readonly TradeRow[], b: readonly TradeRow[]): Divergence | undefined {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (!one || !other) return { at, trades: [one, other], columns: [] };
    const columns = COLUMNS.filter((column) => one[column] !== other[column]);
    if (columns.length > 0) return { at, trades: [one, other], columns };
  }
  return undefined;
}
