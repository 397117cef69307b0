import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { computeMetrics, type MetricId } from './index.js';
import { runOf } from './run-of.twin.js';

interface Vectors {
  readonly periods_per_year: number;
  readonly risk_free: number;
  readonly curves: readonly {
    readonly name: string;
    readonly equity: readonly number[];
    readonly close: readonly number[];
    readonly metrics: Readonly<Partial<Record<MetricId, number | null>>>;
  }[];
}

const { curves, periods_per_year: periodsPerYear, risk_free: riskFree } = readVectors<Vectors>(import.meta.url, 'returns.json');

describe.each(curves)('the $name curve', ({ equity, close, metrics: expected }) => {
  test('has the metrics of numpy, pandas and scipy', () => {
    const { metrics } = computeMetrics(runOf({ equity, close, periodsPerYear, riskFree }));
    const ids = Object.keys(expected) as MetricId[];
    expect(ids).toHaveLength(22);
    for (const id of ids) {
      const [ours, theirs] = [metrics[id], expected[id]!];
      if (theirs === null) expect([id, ours]).toEqual([id, null]);
      else
        expect([id, ours, theirs, Math.abs(ours! - theirs) <= 1e-11 * Math.max(Math.abs(theirs), 1e-2)]).toEqual([id, ours, theirs, true]);
    }
  });
});
