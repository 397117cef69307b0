import { expect } from '@jest/globals';
import { firstDifference, rowsOf } from './agreement.twin.js';
import { naiveSimulate } from './naive.twin.js';
import type { NaiveOutcome } from './naive-state.twin.js';
import type { ExecutionSettings, RiskSettings } from './settings.js';
import { simulate } from './simulate.js';
import type { Simulation } from './simulation.js';

export const DAY = 86_400_000;

/** open, high, low, close and, where the data have it, volume. */
export type HandMadeBar = readonly [number, number, number, number, number?];

/** A simulation small enough to compute by hand: 1000 in cash, weight 1, no costs, daily bars, unless said otherwise. */
export interface HandMade {
  readonly bars: readonly HandMadeBar[];
  readonly directions: readonly number[];
  readonly weights?: readonly number[];
  readonly slip?: Simulation['slip'];
  readonly execution?: Partial<ExecutionSettings>;
  readonly risk?: Partial<RiskSettings>;
  /** Days from each bar to the next; 1 where absent. */
  readonly days?: readonly number[];
  readonly vwap?: readonly number[];
  readonly from?: number;
  readonly targetFirst?: boolean;
}

/** A bar of one price. */
export function flat(price: number, volume?: number): HandMadeBar {
  return volume === undefined ? [price, price, price, price] : [price, price, price, price, volume];
}

/** Runs the simulator and its twin, asserts that they agree, and returns what they agree on. */
export function both(handMade: HandMade): NaiveOutcome {
  const fast = rowsOf(simulate(simulationBy(handMade)));
  const naive = naiveSimulate(simulationBy(handMade));
  expect(firstDifference(fast, naive, handMade.execution?.initial_cash ?? 1000)).toBeUndefined();
  return fast;
}

/** Fills in short: bar, signed quantity, fill price, reason. */
export function inShort(outcome: NaiveOutcome): [number, number, number, string][] {
  return outcome.fills.map(({ bar, side, quantity, price, reason }) => [bar, rounded(side * quantity), rounded(price), reason]);
}

/** To 12 significant digits, so that hand-computed numbers can be compared as a whole. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function simulationBy({ bars, directions, weights, slip, execution, risk, days, vwap, from, targetFirst }: HandMade): Simulation {
  const column = (i: 0 | 1 | 2 | 3 | 4) => Float64Array.from(bars, (bar) => bar[i]!);
  const ts = new Float64Array(bars.length);
  for (let t = 1; t < bars.length; t++) ts[t] = ts[t - 1]! + DAY * (days?.[t - 1] ?? 1);
  return {
    candles: {
      ts,
      open: column(0),
      high: column(1),
      low: column(2),
      close: column(3),
      ...(bars[0]![4] === undefined ? {} : { volume: column(4) }),
      ...(vwap ? { vwap: Float64Array.from(vwap) } : {}),
    },
    directions: Float64Array.from(directions),
    weight: (t, d) => d * (weights?.[t] ?? 1),
    slip: slip ?? ((price) => price),
    execution: { ...NO_COSTS, ...execution },
    risk: { max_leverage: 1, rebalance: 'on_change', ...risk },
    ...(from === undefined ? {} : { from }),
    ...(targetFirst === undefined ? {} : { targetFirst }),
  };
}

const NO_COSTS: ExecutionSettings = {
  fill_price: 'open_next',
  sizing: 'decision',
  slippage_bps: 0,
  fee_bps: 0,
  fee_per_unit: 0,
  fee_fixed: 0,
  fee_min: 0,
  borrow_cost_bps: 0,
  lot_size: 0,
  volume_limit: 0,
  zero_volume: 'wait',
  flatten_end: false,
  initial_cash: 1000,
};
