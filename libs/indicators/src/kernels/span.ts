/** Bars `from` (inclusive) to `to` (exclusive) of a column, and the window that moves over them. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly window: number;
}
