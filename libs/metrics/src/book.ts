import { attributionOf, type Attribution } from './attribution-of.js';
import { drawdownSummary, type DrawdownSummary } from './kernels/drawdown-summary.js';
import { marketOf, type Market } from './kernels/market-of.js';
import { returnSums, type ReturnSums } from './kernels/return-sums.js';
import { spreadOf, type Spread } from './kernels/spread-of.js';
import { tailsOf, type Tails } from './kernels/tails-of.js';
import { tradeSummary, type TradeSummary } from './kernels/trade-summary.js';
import { returnsOf } from './returns-of.js';
import type { EquityInput, MetricsInput, MetricsOutcome } from './metrics-input.js';

/**
 * What metrics are read from: the inputs, and intermediate results that are computed when first asked for and then kept.
 * So a run's metrics share their passes over the bars, and one metric alone pays for its own only.
 */
export interface Book extends Omit<EquityInput, 'scratch' | 'closeReturns'> {
  readonly outcome?: MetricsOutcome;
  /** rf/ppy. */
  readonly riskFreePerBar: number;
  readonly sums: () => ReturnSums;
  readonly returns: () => Float64Array;
  readonly spread: () => Spread;
  readonly drawdown: () => DrawdownSummary;
  readonly tails: () => Tails;
  /** Undefined without a close. */
  readonly market: () => Market | undefined;
  /** Undefined without closed trades. */
  readonly trades: () => TradeSummary | undefined;
  /** Undefined without a ledger. */
  readonly attribution: () => Attribution | undefined;
}

/** Opens the book of a whole run, or of an equity curve where `equity` is given. */
export function bookOf(input: EquityInput | MetricsInput): Book {
  const { ts, initialCash, periodsPerYear, riskFree, scratch, close, closeReturns } = input;
  const outcome = 'equity' in input ? undefined : input.outcome;
  const equity = 'equity' in input ? input.equity : input.outcome.equity;
  const riskFreePerBar = riskFree / periodsPerYear;
  const sums = once(() => returnSums(equity, riskFreePerBar, scratch?.returns));
  const returns = (): Float64Array => sums().returns;
  const spread = once(() => spreadOf(returns(), sums().sum));
  return {
    ts,
    equity,
    initialCash,
    periodsPerYear,
    riskFree,
    riskFreePerBar,
    ...(close === undefined ? {} : { close }),
    ...(outcome === undefined ? {} : { outcome }),
    sums,
    returns,
    spread,
    drawdown: once(() => drawdownSummary(ts, equity)),
    tails: once(() => tailsOf(returns(), scratch?.order ?? new Float64Array(equity.length))),
    market: once(() =>
      close === undefined ? undefined : marketOf(returns(), spread().mean, closeReturns?.() ?? returnsOf(close, scratch?.order)),
    ),
    trades: once(() => (outcome === undefined || outcome.trades.length === 0 ? undefined : tradeSummary(outcome.trades))),
    attribution: once(() => (outcome === undefined || close === undefined ? undefined : attributionOf({ outcome, close, initialCash }))),
  };
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
