import { describe, expect, test } from '@jest/globals';
import { type FillColumns, type TradeColumns } from '@projecta/simulator';
import { readVectors } from '@projecta/testing';
import { computeMetrics, METRIC_IDS, periodsPerYear, type MetricId } from './index.js';

/** Closes by case; the results of an independent implementation are kept with the engine's vectors. */
const CANDLES = readVectors<Record<string, { readonly close: readonly number[] }>>(
  import.meta.url,
  '../../simulator/vectors/case-candles.json',
);
const MINUTE = 60_000;
const TIMEFRAMES: Record<string, number> = {
  '1m': MINUTE,
  '5m': 5 * MINUTE,
  '1h': 60 * MINUTE,
  '1d': 1440 * MINUTE,
  '1w': 7 * 1440 * MINUTE,
};

type Row = Record<string, number>;
interface Expected {
  readonly config: {
    readonly timeframe: string;
    readonly execution: { readonly initial_cash: number };
    readonly metrics: { readonly annualization: 'auto' | number; readonly risk_free: number };
  };
  readonly bars: number;
  readonly periods_per_year: number;
  readonly warnings: readonly string[];
  readonly fills: readonly Row[];
  readonly trades: readonly Row[];
  readonly equity: readonly Row[];
  readonly metrics: Record<MetricId, number | null>;
}

const names = Object.keys(CANDLES);

test('all sixty cases are there', () => expect(names).toHaveLength(60));

describe.each(names)('%s', (name) => {
  const expected = readVectors<Expected>(import.meta.url, `../../engine/vectors/cases/${name}/expected.json`);
  const { config, fills, trades, equity } = expected;
  const column = (rows: readonly Row[], key: string): Float64Array => Float64Array.from(rows, (row) => Number(row[key]));
  const ts = column(equity, 'ts');
  const close = Float64Array.from(CANDLES[name]!.close);
  const { metrics, metric_reasons } = computeMetrics({
    ts,
    close,
    outcome: {
      equity: column(equity, 'equity'),
      position: column(equity, 'position'),
      fills: columns<FillColumns>(fills, [
        'side',
        'quantity',
        'base_price',
        'price',
        'notional',
        'fee',
        'slippage',
        'delay',
        'decision_close',
      ]),
      trades: columns<TradeColumns>(trades, ['net_pnl', 'bars_held']),
      total_borrow: expected.metrics.total_borrow!,
    },
    initialCash: config.execution.initial_cash,
    periodsPerYear: expected.periods_per_year,
    riskFree: config.metrics.risk_free,
  });

  test('has the metrics of the independent implementation', () => {
    for (const id of METRIC_IDS) {
      const [ours, theirs] = [metrics[id], expected.metrics[id]];
      if (ours === null || theirs === null || theirs === undefined) expect([id, ours]).toEqual([id, theirs]);
      else
        expect([id, ours, theirs, Math.abs(ours - theirs) <= 1e-9 * Math.abs(theirs) + (NOISE[id] ?? 0)]).toEqual([id, ours, theirs, true]);
    }
  });

  test('gives a reason for each null and for nothing else', () => {
    expect(Object.keys(metric_reasons)).toEqual(METRIC_IDS.filter((id) => metrics[id] === null));
  });

  test('C2: has its periods per year and the warning when they are guessed', () => {
    const { value, guessed } = periodsPerYear({
      ts,
      timeframeMs: TIMEFRAMES[config.timeframe]!,
      isWeekly: config.timeframe === '1w',
      annualization: config.metrics.annualization,
    });
    expect([value, guessed]).toEqual([expected.periods_per_year, expected.warnings.includes('ANNUALIZATION_GUESSED')]);
  });
});

/** A probability near 0 is compared absolutely: one made as (1 + erf)/2 has no more digits than 1 has. Every other metric has no such allowance. */
const NOISE: Partial<Record<MetricId, number>> = { psr: 2 ** -53 };

function columns<T>(rows: readonly Row[], keys: readonly string[]): T {
  return { length: rows.length, ...Object.fromEntries(keys.map((key) => [key, Float64Array.from(rows, (row) => row[key]!)])) } as T;
}
