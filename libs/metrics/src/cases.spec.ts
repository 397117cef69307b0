import { describe, expect, test } from '@jest/globals';
import type { FillColumns, TradeColumns } from '@projecta/simulator';
import { readVectors } from '@projecta/testing';
import { computeMetrics, drawdownOf, equityMetrics, EQUITY_METRIC_IDS, METRIC_IDS, periodsPerYear, type MetricId } from './index.js';

type Row = Readonly<Record<string, number>>;
type Expectations = Readonly<Partial<Record<MetricId, number | null>>>;

interface Expected {
  readonly config: {
    readonly timeframe: string;
    readonly execution: { readonly initial_cash: number };
    readonly metrics: { readonly annualization: 'auto' | number; readonly risk_free: number };
  };
  readonly periods_per_year: number;
  readonly warnings: readonly string[];
  readonly fills: readonly Row[];
  readonly trades: readonly Row[];
  readonly equity: readonly Row[];
  readonly metrics: Expectations;
  readonly validation: {
    readonly walk_forward?: {
      readonly folds: readonly { readonly test_bars: readonly [number, number] }[];
      readonly equity: readonly number[];
      readonly out_of_sample: Expectations;
    };
  };
}

const MINUTE = 60_000;
const TIMEFRAMES: Readonly<Record<string, number>> = { '1m': 1, '5m': 5, '1h': 60, '1d': 1440, '1w': 10_080 };
/** A probability near 0 is compared absolutely: one made as (1 + erf)/2 has no more digits than 1 has. No other metric gets an allowance. */
const NOISE: Readonly<Partial<Record<MetricId, number>>> = { psr: 2 ** -53 };

const CANDLES = readVectors<Readonly<Record<string, { readonly close: readonly number[] }>>>(
  import.meta.url,
  '../../simulator/vectors/case-candles.json',
);
const names = Object.keys(CANDLES);

test('all sixty cases are there', () => expect(names).toHaveLength(60));

describe.each(names)('%s', (name) => {
  const { config, fills, trades, equity, ...expected } = readVectors<Expected>(
    import.meta.url,
    `../../engine/vectors/cases/${name}/expected.json`,
  );
  const ts = column(equity, 'ts');
  const run = {
    ts,
    close: Float64Array.from(CANDLES[name]!.close),
    outcome: {
      equity: column(equity, 'equity'),
      exposed_bars: equity.filter(({ position }) => position !== 0).length,
      final_position: equity.at(-1)!['position']!,
      fills: columns<FillColumns>(fills, ['side', 'quantity', 'notional', 'fee', 'slippage', 'delay', 'decision_close']),
      trades: columns<TradeColumns>(trades, ['net_pnl', 'bars_held']),
      total_borrow: expected.metrics.total_borrow!,
    },
    initialCash: config.execution.initial_cash,
    periodsPerYear: expected.periods_per_year,
    riskFree: config.metrics.risk_free,
  };
  const { metrics, metric_reasons } = computeMetrics(run);

  test('has the metrics of the independent implementation', () => {
    expect(Object.keys(metrics).sort()).toEqual(Object.keys(expected.metrics).sort());
    expectSame(METRIC_IDS, metrics, expected.metrics);
  });

  test('gives a reason for each null and for nothing else', () => {
    expect(Object.keys(metric_reasons)).toEqual(METRIC_IDS.filter((id) => metrics[id] === null));
  });

  test('C2: has its periods per year and the warning when they are guessed', () => {
    const timeframeMs = TIMEFRAMES[config.timeframe]! * MINUTE;
    const { annualization } = config.metrics;
    const { value, guessed } = periodsPerYear({ ts, timeframeMs, isWeekly: config.timeframe === '1w', annualization });
    expect([value, guessed]).toEqual([expected.periods_per_year, expected.warnings.includes('ANNUALIZATION_GUESSED')]);
  });

  test('has its drawdown column', () => {
    const distance = drawdownOf(run.outcome.equity).map((drawdown, t) => Math.abs(drawdown - equity[t]!['drawdown']!));
    expect(Math.max(...distance)).toBeLessThan(1e-12);
  });

  test('A25: the attribution sums exactly, to 1e-9 of the notional traded', () => {
    const { net_pnl, ideal_pnl, total_delay, total_slippage, total_fees, total_borrow } = metrics;
    const notional = fills.reduce((sum, fill) => sum + fill['notional']!, 0);
    const left = net_pnl! - (ideal_pnl! - total_delay! - total_slippage! - total_fees! - total_borrow!);
    expect(Math.abs(left)).toBeLessThanOrEqual(1e-9 * notional);
  });

  const walkForward = expected.validation.walk_forward;
  if (walkForward === undefined) return;

  test('E1: has the metrics of the stitched equity, with the run’s periods per year', () => {
    const from = walkForward.folds[0]!.test_bars[0];
    const curve = { ...run, ts: ts.subarray(from), equity: Float64Array.from(walkForward.equity) };
    expectSame(EQUITY_METRIC_IDS, equityMetrics(curve).metrics, walkForward.out_of_sample);
  });
});

function expectSame<Id extends MetricId>(ids: readonly Id[], ours: Readonly<Record<Id, number | null>>, theirs: Expectations): void {
  const different = ids.filter((id) => {
    const [a, b] = [ours[id], theirs[id]];
    if (a === null || b === null || b === undefined) return a !== b;
    return !(Math.abs(a - b) <= 1e-9 * Math.abs(b) + (NOISE[id] ?? 0));
  });
  expect(different.map((id) => [id, ours[id], theirs[id]])).toEqual([]);
}

function column(rows: readonly Row[], key: string): Float64Array {
  return Float64Array.from(rows, (row) => row[key]!);
}

function columns<T>(rows: readonly Row[], keys: readonly string[]): T {
  return { length: rows.length, ...Object.fromEntries(keys.map((key) => [key, column(rows, key)])) } as T;
}
