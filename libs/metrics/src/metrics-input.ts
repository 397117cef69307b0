import type { Outcome } from '@projecta/simulator';
import type { Scratch } from './scratch.js';

/** An equity curve and what its metrics are measured against. */
export interface EquityInput {
  /** Open time of each bar, epoch ms. */
  readonly ts: Float64Array;
  /** Equity at each close. */
  readonly equity: Float64Array;
  /** Close of each bar: without it alpha, beta, the information ratio and buy-and-hold do not exist. */
  readonly close?: Float64Array;
  /** `returnsOf(close)`, for callers with many runs on the same bars; asked for only where a metric needs it. */
  readonly closeReturns?: () => Float64Array;
  readonly initialCash: number;
  /** The run's bars per year, decided once (fine print C2). */
  readonly periodsPerYear: number;
  /** Rate per year, a fraction. */
  readonly riskFree: number;
  /** Buffers to work in, for callers with many curves; without it they are made. */
  readonly scratch?: Scratch;
}

/** A run's ledger, as the simulator left it. */
export type MetricsOutcome = Pick<Outcome, 'equity' | 'exposed_bars' | 'final_position' | 'fills' | 'trades' | 'total_borrow'>;

/** A whole run. */
export interface MetricsInput extends Omit<EquityInput, 'equity' | 'close'> {
  readonly close: Float64Array;
  readonly outcome: MetricsOutcome;
}
