import type { Candles } from '@projecta/candles';
import type { RunConfig } from '../config/run-config.js';
import type { RunResult } from '../run-result.js';
import { runOn } from './run-on.twin.js';
import { onScript } from './scripted.twin.js';

type Values = Readonly<Record<string, number>>;

/** Numbers of one window, each from its own formula. */
export interface Window {
  readonly equity: readonly number[];
  readonly run: RunResult;
  readonly sharpe: number | null;
  readonly max_drawdown: number;
  readonly trades: number;
  readonly total_fees: number;
  readonly mean: number;
}

export interface NaiveFold {
  readonly values: Values;
  readonly inSample: Window;
  readonly outOfSample: Window;
}

export interface NaiveWalkForward {
  readonly candles: Candles;
  /** With `metrics.annualization` as a number, so that every window is annualised alike. */
  readonly config: Partial<RunConfig>;
  readonly folds: number;
  readonly scheme: 'anchored' | 'rolling';
  readonly embargo: number;
  /** Every point in grid order. */
  readonly points: readonly Values[];
  /** What is made largest. */
  readonly objective: (window: Window) => number | null;
}

/** A walk-forward put together from whole backtests: each window is a run of its own on bars that end with it, following a script of the strategy's directions. */
export async function naiveWalkForward(of: NaiveWalkForward): Promise<NaiveFold[]> {
  const { candles, folds, scheme, embargo, points, objective } = of;
  const n = candles.ts.length;
  const length = Math.floor(n / (folds + 1));
  const found: NaiveFold[] = [];
  let cash = of.config.execution?.initial_cash ?? 100_000;
  const initial = cash;
  for (let k = 1; k <= folds; k++) {
    const a = k * length;
    const b = k === folds ? n : a + length;
    const lo = scheme === 'anchored' ? 0 : a - length;
    const trains: Window[] = [];
    for (const values of points) trains.push(await windowOf(of, values, { from: lo, to: a - embargo, cash: initial }));
    const scores = trains.map((train) => objective(train) ?? -Infinity);
    const best = scores.indexOf(Math.max(...scores));
    const outOfSample = await windowOf(of, points[best]!, { from: a, to: b, cash });
    found.push({ values: points[best]!, inSample: trains[best]!, outOfSample });
    cash = outOfSample.equity.at(-1)!;
  }
  return found;
}

async function windowOf(
  { candles, config }: NaiveWalkForward,
  values: Values,
  { from, to, cash }: { readonly from: number; readonly to: number; readonly cash: number },
): Promise<Window> {
  const strategy = { ...config.strategy!, params: { ...config.strategy!.params, ...values } };
  const { directions } = await runOn(candles, { ...config, strategy });
  const script = Array.from(directions, (direction, t) => (t < from ? 0 : direction));
  const run = await onScript(head(candles, to), script, { ...config, execution: { ...config.execution, initial_cash: cash } });
  const equity = [...run.equity.equity].slice(from);
  const returns = equity.slice(1).map((value, i) => value / equity[i]! - 1);
  const mean = returns.reduce((sum, r) => sum + r, 0) / returns.length;
  const std = Math.sqrt(returns.reduce((sum, r) => sum + (r - mean) * (r - mean), 0) / (returns.length - 1));
  const peak = (t: number): number => Math.max(...equity.slice(0, t + 1));
  return {
    equity,
    run,
    mean,
    sharpe: std > 0 ? (mean / std) * Math.sqrt(config.metrics!.annualization as number) : null,
    max_drawdown: Math.min(...equity.map((value, t) => value / peak(t) - 1)),
    trades: run.trades.length,
    total_fees: run.fills.reduce((sum, fill) => sum + fill.fee, 0),
  };
}

/** Candles of the bars before `to` alone. */
export function head({ ts, open, high, low, close, volume, vwap }: Candles, to: number): Candles {
  const cut = (column: Float64Array): Float64Array => column.slice(0, to);
  const optional = { ...(volume && { volume: cut(volume) }), ...(vwap && { vwap: cut(vwap) }) };
  return { ts: cut(ts), open: cut(open), high: cut(high), low: cut(low), close: cut(close), ...optional };
}
