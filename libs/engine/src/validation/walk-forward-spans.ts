import { type Candles, type Timeframe, timeframeMs } from '@projecta/candles';
import type { EquityInput } from '@projecta/metrics';
import type { BarSpan, TimeSpan } from '@projecta/validation';
import type { ValidatedRun } from './validated-run.js';

/** Bars as a span of time: from the first one's open to the end of the last. */
export function timeSpan({ candles: { ts }, config }: Pick<ValidatedRun, 'candles' | 'config'>, { from, to }: BarSpan): TimeSpan {
  return { start: ts[from]!, end: ts[to - 1]! + timeframeMs(config.timeframe as Timeframe) };
}

/** The tests' equity, which ends with the run, as a curve that metrics are read from; it has no prices and no ledger beside it. */
export function stitchedCurve(
  { candles: { ts }, config, plan }: Pick<ValidatedRun, 'config' | 'plan'> & { readonly candles: Pick<Candles, 'ts'> },
  equity: Float64Array,
): EquityInput {
  return {
    ts: ts.subarray(ts.length - equity.length),
    equity,
    initialCash: config.execution.initial_cash,
    periodsPerYear: plan.periodsPerYear,
    riskFree: config.metrics.risk_free,
  };
}
