import type { RunResult } from '@projecta/engine';
import { formatBarTime, isDaily } from './format/format-time.js';
import { buyAndHold } from './statistics/buy-and-hold.js';

/** A run with what several sections share. */
export interface RunView {
  readonly run: RunResult;
  readonly bars: number;
  readonly initialCash: number;
  /** Worth of the initial cash in buy and hold, over the bars. */
  readonly hold: Float64Array;
  /** A bar's opening time as text. */
  readonly timeOf: (t: number) => string;
}

/** Looks at a run once for all sections. */
export function runView(run: RunResult): RunView {
  const { ts, close } = run.candles;
  const daily = isDaily(ts);
  const initialCash = run.config.execution.initial_cash;
  return { run, bars: ts.length, initialCash, hold: buyAndHold(close, initialCash), timeOf: (t) => formatBarTime(ts[t]!, daily) };
}
