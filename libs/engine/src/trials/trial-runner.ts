import type { Candles } from '@projecta/candles';
import { type MetricsInput, returnsOf } from '@projecta/metrics';
import { Arena } from '../run/arena.js';
import { type Decided, decidePlan } from '../run/run-decisions.js';
import type { RunPlan } from '../run/run-plan.js';
import type { Segment } from '../run/segment.js';
import { sharedColumns } from './shared-columns.js';

/** Runs many plans on one market in the same memory. */
export interface TrialRunner {
  /** Decides a plan on all bars of the market. What it answers holds until the next plan is decided. */
  decide(plan: RunPlan): DecidedTrial;
  /** Goes on to another market. */
  on(candles: Candles): void;
}

export interface DecidedTrial {
  readonly decided: Decided;
  /** Simulates a stretch of bars; what it answers holds until the next stretch is run. */
  run(segment: Segment): MetricsInput;
}

/**
 * A runner of trials, such as the points of a grid: indicator columns are computed once for all trials that share them,
 * and each trial's decisions once for all stretches it is simulated on.
 */
export function trialRunner(market: Candles, riskFree: number): TrialRunner {
  const decisions = new Arena();
  const outcomes = new Arena();
  const shared = sharedColumns(market);
  const { featureColumns } = shared;
  const scratch = (length: number): Float64Array => decisions.take(length);
  const allocate = (length: number): Float64Array => outcomes.take(length);
  let candles = market;
  let known: Float64Array | undefined;
  const closeReturns = (): Float64Array => (known ??= returnsOf(candles.close));
  return {
    on(next) {
      candles = next;
      known = undefined;
      shared.nextMarket(next);
    },
    decide(plan) {
      shared.nextTrial();
      decisions.release();
      const decided = decidePlan(plan, candles, { scratch, columns: scratch, featureColumns });
      const run = (segment: Segment): MetricsInput => {
        outcomes.release();
        return inputOf(decided, { plan, candles, segment, riskFree, closeReturns, allocate });
      };
      return { decided, run };
    },
  };
}

interface Setting {
  /** Of all bars. */
  readonly closeReturns: () => Float64Array;
  readonly plan: RunPlan;
  readonly candles: Candles;
  readonly segment: Segment;
  readonly riskFree: number;
  readonly allocate: (length: number) => Float64Array;
}

/** What metrics of a stretch are read from: its bars and nothing before them, under the run's periods per year (C2). */
function inputOf(decided: Decided, { plan, candles, segment, riskFree, closeReturns, allocate }: Setting): MetricsInput {
  const { from, to, initialCash } = segment;
  const whole = decided.run({ allocate, segment, keeps: 'metrics' });
  return {
    ts: candles.ts.subarray(from, to),
    close: candles.close.subarray(from, to),
    closeReturns: () => closeReturns().subarray(from, to - 1),
    outcome: { ...whole, equity: whole.equity.subarray(from) },
    initialCash,
    periodsPerYear: plan.periodsPerYear,
    riskFree,
    scratch: { returns: allocate(to - from), order: allocate(to - from) },
  };
}
