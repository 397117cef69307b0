import type { Slip } from '@projecta/plugin';
import { executionLuck } from './execution-luck.js';
import type { ExecutionSettings, RiskSettings } from './settings.js';
import type { Decide, Simulation } from './simulation.js';

/** A simulation as plain data: what fast-check shrinks and prints. */
export interface SimulationPlan {
  readonly candles: {
    readonly ts: readonly number[];
    readonly open: readonly number[];
    readonly high: readonly number[];
    readonly low: readonly number[];
    readonly close: readonly number[];
    readonly volume?: readonly number[] | undefined;
    readonly vwap?: readonly number[] | undefined;
  };
  readonly directions: readonly number[];
  /** Weight of direction 1 at each bar; NaN = undefined. */
  readonly weights: readonly number[];
  readonly slippage: SlippagePlan;
  readonly execution: ExecutionSettings;
  readonly risk: RiskSettings;
  readonly targetFirst?: boolean;
  readonly from?: number;
  /** Decides bar by bar, looking at position, average price and equity; `directions` then are its leanings. */
  readonly step?: boolean;
  readonly luck?: LuckPlan;
}

/** Luck in execution from a small congruential generator. */
export interface LuckPlan {
  readonly seed: number;
  readonly jitterBps: number;
  readonly delayProbability: number;
}

export interface SlippagePlan {
  readonly model: 'none' | 'spread' | 'participation' | 'impact';
  readonly size: number;
}

/** The plan as the simulator takes it. Directions are copied: a simulation never shares arrays with another. */
export function simulationOf(plan: SimulationPlan): Simulation {
  const { candles, directions, weights, slippage, step, luck, ...rest } = plan;
  const { ts, open, high, low, close, volume, vwap } = candles;
  return {
    ...rest,
    candles: {
      ts: Float64Array.from(ts),
      open: Float64Array.from(open),
      high: Float64Array.from(high),
      low: Float64Array.from(low),
      close: Float64Array.from(close),
      ...(volume ? { volume: Float64Array.from(volume) } : {}),
      ...(vwap ? { vwap: Float64Array.from(vwap) } : {}),
    },
    directions: Float64Array.from(directions),
    weight: (t, d) => d * weights[t]!,
    slip: slipOf(slippage, volume),
    ...(step ? { decide: decideOf(plan) } : {}),
    ...(luck ? { luck: executionLuck(uniforms(luck.seed), luck) } : {}),
  };
}

/** Turns round once a tenth is lost and halves a position entered above the first close. */
function decideOf({ candles, directions, execution }: SimulationPlan): Decide {
  return (t, position, averagePrice, equity) => {
    if (equity < 0.9 * execution.initial_cash) return -directions[t]!;
    return position !== 0 && averagePrice > candles.close[0]! ? directions[t]! / 2 : directions[t]!;
  };
}

function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function slipOf({ model, size }: SlippagePlan, volume: readonly number[] | undefined): Slip {
  if (model === 'none') return (price) => price;
  if (model === 'spread') return (price, side) => price * (1 + (side * size) / 2);
  if (model === 'participation') {
    return (price, side, quantity, t) =>
      volume === undefined || volume[t] === 0 ? price : price * (1 + side * Math.min(1, (size * quantity) / volume[t]!));
  }
  // Depends on the bar and on the decision, so that a wrong bar or decision bar shows in the price.
  return (price, side, quantity, t, decisionBar) =>
    price * (1 + side * size * (1 + 0.01 * (t % 7) + 0.001 * (decisionBar % 11)) * Math.sqrt(quantity / (quantity + 1)));
}
