import type { Candles } from '@projecta/candles';
import { certify } from '../causality/certify.js';
import { Arena } from '../run/arena.js';
import type { RunPlan } from '../run/run-plan.js';
import { strategyWarmup } from '../run/strategy-warmup.js';

/** Cuts of a trial's certificate. */
const CHECKS = 16;

/** Trials of our own plug-ins that are certified, beside the best. */
const SAMPLE = 16;

export interface Certifier {
  /** Whether a trial is to be certified when it runs. */
  wants(trial: number): boolean;
  /** @throws ProjectaError LOOK_AHEAD */
  certify(plan: RunPlan, directions: Float64Array): void;
  /** How many were certified. */
  readonly count: number;
}

/**
 * Certifies trials: all of them where code of a user's decides, since one trial's certificate says nothing about other parameters;
 * an even sample where all plug-ins are ours, which are tested not to look ahead.
 */
export function certifier(candles: Candles, trials: number, { ownCode }: { readonly ownCode: boolean }): Certifier {
  const arena = new Arena();
  const every = ownCode ? 1 : Math.ceil(trials / SAMPLE);
  let count = 0;
  return {
    wants: (trial) => trial % every === 0,
    certify(plan, directions) {
      const warmup = strategyWarmup(plan.strategy, plan.strategyParams);
      certify({ plan, candles, directions, warmup, checks: CHECKS, arena });
      count++;
    },
    get count() {
      return count;
    },
  };
}
