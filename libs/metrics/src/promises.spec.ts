import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  computeMetrics,
  equityMetrics,
  EQUITY_METRIC_IDS,
  METRIC_IDS,
  METRICS,
  scratchFor,
  statisticOf,
  type EquityInput,
  type MetricsInput,
} from './index.js';
import { randomRun } from './random-run.twin.js';
import { runOf } from './run-of.twin.js';

const run = randomRun({ bars: 3000, seed: 13 });
const curve: EquityInput = { ...run, equity: run.outcome.equity };
const wild = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1, 1e-320, 1e308, -1e308)), {
  minLength: 1,
  maxLength: 30,
});

describe('computeMetrics', () => {
  test('gives every metric, and a reason for each null and for nothing else', () => {
    const { metrics, metric_reasons } = computeMetrics(run);
    expect(Object.keys(metrics)).toEqual(METRIC_IDS);
    expect(Object.keys(metric_reasons)).toEqual(METRIC_IDS.filter((id) => metrics[id] === null));
  });

  test('gives finite numbers without a signed zero, or null in words, whatever the curve', () => {
    fc.assert(
      fc.property(wild, wild, fc.constantFrom(1e-3, 1, 252, 5e5), (equity, pnl, periodsPerYear) => {
        const trades = pnl.map((net_pnl) => ({ net_pnl }));
        const fills = pnl.map((fee) => ({ fee, notional: Math.abs(fee), side: 1, quantity: 1, decision_close: Math.abs(fee) }));
        const close = equity.map((_, t) => Math.abs(pnl[t % pnl.length]!) || 1);
        const { metrics, metric_reasons } = computeMetrics(runOf({ equity, close, trades, fills, periodsPerYear, initialCash: 1000 }));
        for (const id of METRIC_IDS) {
          const value = metrics[id];
          if (value === null) expect([id, typeof metric_reasons[id], metric_reasons[id] !== '']).toEqual([id, 'string', true]);
          else expect([id, value, Number.isFinite(value), Object.is(value, -0)]).toEqual([id, value, true, false]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of an empty run is null throughout but for the counts', () => {
    const { metrics } = computeMetrics(runOf({ equity: [] }));
    expect(METRIC_IDS.filter((id) => metrics[id] !== null)).toEqual(['periods_per_year', 'trades']);
  });

  test('leaves its input as it is', () => {
    computeMetrics(run);
    expect(run).toEqual(randomRun({ bars: 3000, seed: 13 }));
  });

  test('gives the same bits with scratch, new or used', () => {
    const scratch = scratchFor(5000);
    const fresh = computeMetrics(run);
    computeMetrics({ ...randomRun({ bars: 5000, seed: 6 }), scratch });
    expect(computeMetrics({ ...run, scratch })).toEqual(fresh);
  });

  test('gives the same bits when all money is scaled by a power of two', () => {
    const scaled = computeMetrics(scaledRun(run, 1 / 4096)).metrics;
    const { metrics } = computeMetrics(run);
    for (const { id, unit } of METRICS) {
      const value = metrics[id];
      expect([id, scaled[id]]).toEqual([id, unit === 'cash' && value !== null ? value / 4096 : value]);
    }
  });
});

describe('equityMetrics', () => {
  test('are those of the run', () => {
    const { metrics } = computeMetrics(run);
    expect(equityMetrics(curve).metrics).toEqual(Object.fromEntries(EQUITY_METRIC_IDS.map((id) => [id, metrics[id]])));
  });
});

describe('statisticOf', () => {
  test.each(METRIC_IDS)('%s has the bits of computeMetrics', (id) => {
    expect(statisticOf(id)(run)).toBe(computeMetrics(run).metrics[id]);
  });

  test('of an equity curve has no fills and trades, and without a close no prices', () => {
    const { close: _close, ...alone } = curve;
    const none = METRIC_IDS.filter((id) => statisticOf(id)(alone) === null);
    expect(none).toEqual(METRIC_IDS.filter((id) => id !== 'periods_per_year' && !(EQUITY_METRIC_IDS as readonly string[]).includes(id)));
    expect(statisticOf('beta')(curve)).toBe(computeMetrics(run).metrics.beta);
  });
});

/** The same run with every amount of money multiplied, quantities as they were. */
function scaledRun(original: MetricsInput, factor: number): MetricsInput {
  const { outcome } = original;
  const times = (column: Float64Array): Float64Array => column.map((value) => value * factor);
  const { fills, trades } = outcome;
  return {
    ...original,
    close: times(original.close),
    initialCash: original.initialCash * factor,
    outcome: {
      ...outcome,
      equity: times(outcome.equity),
      fills: { ...fills, notional: times(fills.notional), fee: times(fills.fee), decision_close: times(fills.decision_close) },
      trades: { ...trades, net_pnl: times(trades.net_pnl) },
      total_borrow: outcome.total_borrow * factor,
    },
  };
}
