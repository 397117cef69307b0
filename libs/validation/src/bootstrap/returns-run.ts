/** A run as its returns know it: what resamples are drawn from and measured by. */
export interface ReturnsRun {
  /** Simple returns of equity, one less than bars. */
  readonly returns: Float64Array;
  /** Open time of each bar, epoch ms. */
  readonly ts: Float64Array;
  /** Equity at the first close, from which paths start. */
  readonly firstEquity: number;
  readonly initialCash: number;
  readonly periodsPerYear: number;
  /** Rate per year, a fraction. */
  readonly riskFree: number;
}
