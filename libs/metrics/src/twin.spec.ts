import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeMetrics, METRIC_IDS, type MetricId } from './index.js';
import { naiveMetrics } from './naive.twin.js';
import { runOf, type Sketch } from './run-of.twin.js';

/** What rounding may leave where the naive formulas cancel: differences of terms of size 1, and of returns times ppy. */
const FLOOR: Partial<Record<MetricId, number>> = {
  skew: 1e-9,
  kurtosis: 1e-9,
  alpha: 1e-9,
  total_return: 1e-15,
  cagr: 1e-11,
  calmar: 1e-9,
};

const step = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map((k) => k / 10_000),
  fc.constantFrom(0, 0, 0.01, -0.01, 0.5),
);
const levels = fc
  .array(step, { maxLength: 120 })
  .map((steps) => steps.reduce((path, change) => [...path, path.at(-1)! * (1 + change)], [1000]));
const ruined = fc.tuple(levels, fc.nat(), fc.double({ min: -2000, max: 0, noNaN: true })).map(([path, at, rest]) => {
  const bar = at % path.length;
  return path.map((value, t) => (t < bar ? value : rest));
});
const equities = fc.oneof<fc.Arbitrary<number[]>[]>(
  levels,
  levels,
  levels,
  ruined,
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.constantFrom(0, 1000, 1000), { minLength: 1, maxLength: 30 }),
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 0.01, -0.02)).map(([n, rate]) => growing(n, rate)),
);
const closes = fc.oneof(levels, levels, fc.constant([50]), fc.constant(growing(121, 0.01)));
const fill = fc.record({
  side: fc.constantFrom(1, -1),
  quantity: fc.integer({ min: 1, max: 100 }),
  notional: fc.integer({ min: 0, max: 10_000 }),
  fee: fc.constantFrom(0, 0, 0.1, 3),
  slippage: fc.constantFrom(0, 0.25, 1),
  delay: fc.integer({ min: -5, max: 5 }),
  decision_close: fc.integer({ min: 1, max: 200 }),
});
const trade = fc.record({
  net_pnl: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -100, max: 100, noNaN: true })),
  bars_held: fc.nat(50),
});

const sketches: fc.Arbitrary<Sketch> = fc
  .record({
    equity: equities,
    closes: fc.option(closes),
    gaps: fc.constantFrom(3_600_000, 86_400_000, 7 * 86_400_000),
    units: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 5 }),
    fills: fc.array(fill, { maxLength: 8 }),
    trades: fc.array(trade, { maxLength: 12 }),
    borrow: fc.constantFrom(0, 0, 1.5),
    periodsPerYear: fc.constantFrom(0.3, 1, 2, 52, 252, 98_280),
    riskFree: fc.constantFrom(0, 0.02, -0.01),
  })
  // Without a close of its own the run holds the instrument, or a multiple of it: every excess return ties.
  .map(({ closes, gaps, units, ...sketch }) => ({
    ...sketch,
    initialCash: 1000,
    ts: sketch.equity.map((_, t) => t * gaps),
    close: sketch.equity.map((value, t) => closes?.[t % closes.length] ?? (value > 0 ? value / 7 : 1)),
    position: sketch.equity.map((_, t) => units[t % units.length]!),
  }));

test('the metrics are those of the naive formulas, degenerate curves included', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const run = runOf(sketch);
      const { metrics } = computeMetrics(run);
      const naive = naiveMetrics(run);
      expect(METRIC_IDS.filter((id) => !isSame(id, metrics[id], naive[id])).map((id) => [id, metrics[id], naive[id]])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

function isSame(id: MetricId, ours: number | null, naive: number | null): boolean {
  if (ours === null || naive === null) return ours === naive;
  return Math.abs(ours - naive) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(naive)) + (FLOOR[id] ?? 1e-12);
}

function growing(n: number, rate: number): number[] {
  const path = [1000];
  while (path.length < n) path.push(path.at(-1)! * (1 + rate));
  return path;
}
