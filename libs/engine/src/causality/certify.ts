import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import type { Sha256Stream } from '@projecta/hashing';
import type { Arena } from '../run/arena.js';
import { decidePlan, weightsOf } from '../run/run-decisions.js';
import type { RunPlan } from '../run/run-plan.js';
import type { CausalityCertificate } from './certificate.js';
import { causalityCuts } from './cuts.js';
import { decisionDigests } from './decision-digests.js';
import { endedAt, goneOnOtherwise } from './other-future.js';

const NOTE =
  'At each cut the decisions were recomputed on data that end there or go on otherwise, and were bit-identical up to the cut. ' +
  'A peek at a single bar is caught only where a cut lies on it; leakage already in the data (survivorship, revisions) cannot be seen.';

export interface Certified {
  readonly plan: RunPlan;
  readonly candles: Candles;
  /** The decisions as the run made them. */
  readonly directions: Float64Array;
  readonly warmup: number;
  readonly checks: number;
  /** Reused from cut to cut. */
  readonly arena: Arena;
  readonly hash?: () => Sha256Stream;
}

/**
 * Recomputes the decisions cut by cut without their future.
 * @throws ProjectaError LOOK_AHEAD naming the first bar that differs
 */
export function certify({ plan, candles, directions, warmup, checks, arena, hash }: Certified): CausalityCertificate {
  const n = candles.ts.length;
  const cuts = causalityCuts(n, warmup, checks);
  const weights = plan.ownRiskModel ? weightsOf(plan, candles, directions) : undefined;
  for (const [i, cut] of cuts.entries()) {
    const allocate = (length: number): Float64Array => arena.take(length);
    const ended = i % 2 === 0;
    const other = ended ? endedAt(candles, cut) : goneOnOtherwise(candles, cut, allocate);
    const again = decidePlan(plan, other, { scratch: allocate, columns: allocate });
    if (plan.strategy.form === 'step') again.run();
    compare(plan.strategy.name, directions, again.directions, { cut, ended });
    if (weights) compare(plan.riskModel.name, weights, weightsOf(plan, other, again.directions), { cut, ended });
    arena.release();
  }
  const causal = plan.execution.fill_price !== 'close_same';
  return { causal, cuts, digests: decisionDigests(directions, cuts, hash), covered: cuts.length / n, note: NOTE };
}

function compare(
  name: string,
  before: Float64Array,
  after: Float64Array,
  { cut, ended }: { readonly cut: number; readonly ended: boolean },
): void {
  for (let t = 0; t <= cut; t++) {
    const known = before[t]!;
    const again = after[t]!;
    if (known === again || (known !== known && again !== again)) continue;
    const future = ended ? 'end there' : 'go on otherwise after it';
    throw new ProjectaError(
      'LOOK_AHEAD',
      `${name} looks ahead: its decision at bar ${t} is ${known} with the whole data and ${again} when the data up to bar ${cut} ${future}. A decision at t may use bars 0..t only.`,
    );
  }
}
