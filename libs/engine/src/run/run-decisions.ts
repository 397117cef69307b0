import type { Candles } from '@projecta/candles';
import type { StepStrategy } from '@projecta/plugin';
import { type Decide, type ExecutionLuck, type Outcome, simulate, type Simulation } from '@projecta/simulator';
import { guarded } from '../guarded.js';
import { barView } from './bar-view.js';
import { keepLast, outOfRange } from './keep-last.js';
import type { RunPlan } from './run-plan.js';
import { boundSlip, boundWeight } from './bound-models.js';
import { candlesBefore, type Segment } from './segment.js';
import { type FeatureColumns, type ReadColumns, strategyColumns } from './strategy-columns.js';

type Allocate = (length: number) => Float64Array;

/** Memory a run works in: scratch may be overwritten once the decisions are known, columns are what it answers with. */
export interface RunMemory {
  readonly scratch: Allocate;
  readonly columns: Allocate;
  /** Where feature columns come from, for callers that share them between runs; default: they are computed in scratch. */
  readonly featureColumns?: FeatureColumns;
}

export interface RunOptions {
  /** Fine-print A26: the other reading of ambiguous bars. */
  readonly targetFirst?: boolean;
  /** Other decisions than the plan's own, such as rotated ones. */
  readonly directions?: Float64Array;
  /** Other luck with fills and orders than none. */
  readonly luck?: ExecutionLuck;
  /** Where the columns of this outcome come from; default: those of the plan. */
  readonly allocate?: Allocate;
  /** The bars that are simulated, and the cash they start with; default all of them, with the plan's. */
  readonly segment?: Segment;
  /** `metrics`: what no metric reads is left out of the outcome. */
  readonly keeps?: 'everything' | 'metrics';
}

/** The decisions of a plan on candles, and what simulating them needs. */
export interface Decided {
  /** d_t of every bar. For a step strategy they are there after `run`. */
  readonly directions: Float64Array;
  run(options?: RunOptions): Outcome;
}

/** Decides a plan on candles. A vector strategy decides at once; a step strategy decides while it is simulated. */
export function decidePlan(plan: RunPlan, candles: Candles, memory: RunMemory): Decided {
  const { strategy } = plan;
  const who = `strategy ${strategy.name}`;
  const columns = guarded(who, () => strategyColumns(plan, candles, memory.scratch, memory.featureColumns));
  const directions = memory.columns(candles.ts.length);
  if (strategy.form === 'vector') {
    directions.fill(NaN);
    guarded(who, () => strategy.target(columns as never, plan.strategyParams, directions, memory.scratch));
    keepLast(directions, plan.longOnly, strategy.name);
  }
  const base = simulationOf(plan, candles);
  return {
    directions,
    run: ({ targetFirst = false, directions: others, luck, allocate = memory.columns, segment, keeps = 'everything' } = {}) => {
      const whole = luck ? { ...base, luck } : base;
      const part = segment ? partOf(whole, segment) : whole;
      const { length } = part.candles.ts;
      if (strategy.form === 'vector' || others)
        return simulate({ ...part, directions: (others ?? directions).subarray(0, length), targetFirst, allocate, keeps });
      // the other reading of ambiguous bars, or other luck, may decide otherwise; what it decides must not overwrite the decisions of the run
      const decisions = targetFirst || luck ? allocate(directions.length) : directions;
      const simulation = { ...part, directions: decisions.subarray(0, length), targetFirst, allocate, keeps };
      return guarded(who, () => {
        const decide = deciderOf(plan, strategy, candles, columns);
        // what it saw before the segment is its memory: its own state and its last opinion, formed while flat
        for (let t = 0; t < (segment?.from ?? 0); t++) decide(t, 0, NaN, part.execution.initial_cash);
        return simulate({ ...simulation, decide });
      });
    },
  };
}

/** Target weight of every bar's direction: what the certificate compares for a user's risk model. */
export function weightsOf(plan: RunPlan, candles: Candles, directions: Float64Array): Float64Array {
  const weight = boundWeight(plan, candles);
  return directions.map((direction, t) => (direction === 0 ? 0 : weight(t, direction)));
}

function simulationOf(plan: RunPlan, candles: Candles): Omit<Simulation, 'directions'> {
  const { execution, risk } = plan;
  return { candles, weight: boundWeight(plan, candles), slip: boundSlip(plan, candles), execution, risk };
}

function partOf(whole: Omit<Simulation, 'directions'>, { from, to, initialCash }: Segment): Omit<Simulation, 'directions'> {
  return { ...whole, candles: candlesBefore(whole.candles, to), from, execution: { ...whole.execution, initial_cash: initialCash } };
}

/** Keeps the last opinion and cuts shorts of a step strategy, bar by bar. */
function deciderOf(plan: RunPlan, strategy: StepStrategy, candles: Candles, columns: ReadColumns): Decide {
  const { view, move } = barView(strategy.name, candles, columns);
  const state = strategy.start?.(plan.strategyParams);
  let last = 0;
  return (t, position, averagePrice, equity) => {
    move(t, position, averagePrice, equity);
    const opinion = strategy.onBar(view, state, plan.strategyParams);
    if (!Number.isNaN(opinion)) last = opinion;
    if (!(last >= -1 && last <= 1)) throw outOfRange(strategy.name, t, last);
    return plan.longOnly && last < 0 ? 0 : last + 0;
  };
}
