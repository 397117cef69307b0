import type { Run } from './run-bars.js';

/**
 * Runs bars from `from` on which nothing can happen but the mark: no working order, no new direction, no stop, no borrow.
 * Answers the first bar that needs more, or `to`. A loop this small is compiled with its columns in registers: a quiet bar costs
 * a third of one in `runBars` (specs/benchmarks.md), and most bars are quiet.
 */
export function quietBars(
  { simulation, account, state, equity, cash: cashAt, position: positionAt }: Run,
  from: number,
  to: number,
): number {
  const { directions, candles, execution } = simulation;
  const { high, low, close } = candles;
  const { cash, position, trade } = account;
  const { previous } = state;
  const ruinLevel = 1e-12 * execution.initial_cash;
  let lowest = trade ? trade.lowest : 0;
  let highest = trade ? trade.highest : 0;
  let t = from;
  for (; t < to; t++) {
    const value = cash + position * close[t]!;
    if (directions[t] !== previous || value <= ruinLevel) break;
    if (low[t]! < lowest) lowest = low[t]!;
    if (high[t]! > highest) highest = high[t]!;
    equity[t] = value;
    cashAt[t] = cash;
    positionAt[t] = position;
  }
  if (trade) {
    trade.lowest = lowest;
    trade.highest = highest;
  }
  return t;
}
