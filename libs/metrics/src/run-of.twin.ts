import type { FillColumns, TradeColumns } from '@projecta/simulator';
import { computeMetrics } from './compute-metrics.js';
import type { MetricId } from './metric-ids.js';
import type { MetricsInput } from './metrics-input.js';

export interface Sketch {
  readonly equity: readonly number[];
  /** Default: bars a day apart. */
  readonly ts?: readonly number[];
  /** Default: 100 throughout. */
  readonly close?: readonly number[];
  readonly position?: readonly number[];
  readonly fills?: readonly Partial<Record<FillNumber, number>>[];
  readonly trades?: readonly { readonly net_pnl: number; readonly bars_held?: number }[];
  readonly borrow?: number;
  /** Default: the first equity. */
  readonly initialCash?: number;
  readonly periodsPerYear?: number;
  readonly riskFree?: number;
}

type FillNumber = 'side' | 'quantity' | 'notional' | 'fee' | 'slippage' | 'delay' | 'decision_close';

const DAY_MS = 86_400_000;

/** A run written down by hand: only what a test is about. */
export function runOf(sketch: Sketch): MetricsInput {
  const { equity, fills = [], trades = [] } = sketch;
  const n = equity.length;
  const fillColumn = (name: FillNumber): Float64Array => Float64Array.from(fills, (fill) => fill[name] ?? 0);
  const columns = { side: fillColumn('side'), quantity: fillColumn('quantity'), notional: fillColumn('notional'), fee: fillColumn('fee') };
  const costs = { slippage: fillColumn('slippage'), delay: fillColumn('delay'), decision_close: fillColumn('decision_close') };
  const netPnl = Float64Array.from(trades, ({ net_pnl }) => net_pnl);
  return {
    ts: Float64Array.from(sketch.ts ?? equity.map((_, t) => t * DAY_MS)),
    close: Float64Array.from(sketch.close ?? new Array<number>(n).fill(100)),
    outcome: {
      equity: Float64Array.from(equity),
      exposed_bars: (sketch.position ?? []).filter((units) => units !== 0).length,
      final_position: sketch.position?.at(-1) ?? 0,
      fills: { length: fills.length, ...columns, ...costs } as unknown as FillColumns,
      trades: {
        length: trades.length,
        net_pnl: netPnl,
        bars_held: Float64Array.from(trades, ({ bars_held }) => bars_held ?? 1),
      } as unknown as TradeColumns,
      total_borrow: sketch.borrow ?? 0,
    },
    initialCash: sketch.initialCash ?? equity[0] ?? 100_000,
    periodsPerYear: sketch.periodsPerYear ?? 252,
    riskFree: sketch.riskFree ?? 0,
  };
}

/** One metric of a run written down by hand. */
export function metricOf(id: MetricId, sketch: Sketch): number | null {
  return computeMetrics(runOf(sketch)).metrics[id];
}

/** Why it is null. */
export function reasonOf(id: MetricId, sketch: Sketch): string | undefined {
  return computeMetrics(runOf(sketch)).metric_reasons[id];
}

/** Levels that have these returns. */
export function pathOf(returns: readonly number[], first = 1000): number[] {
  return returns.reduce((levels, r) => [...levels, levels.at(-1)! * (1 + r)], [first]);
}
