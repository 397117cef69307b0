import { describe, expect, test } from '@jest/globals';
import type { MetricId } from '@projecta/metrics';
import { readVectors } from '@projecta/testing';
import { bcaInterval, percentileInterval } from './interval.js';
import { leaveOneOut } from './leave-one-out.js';

interface Vector {
  readonly metric: MetricId;
  readonly returns: number[];
  readonly observed: number;
  readonly samples: number[];
  readonly intervals: { readonly confidence: number; readonly bca: [number, number]; readonly percentile: [number, number] }[];
}

const { intervals: vectors, periods_per_year } = readVectors<{ intervals: Vector[]; periods_per_year: number }>(
  import.meta.url,
  'resampling.json',
);

const ascending = (values: readonly number[]) => Float64Array.from(values).sort();
const near = (found: number, wanted: number) => expect(Math.abs(found - wanted)).toBeLessThan(1e-9 * Math.max(1e-2, Math.abs(wanted)));

describe.each(vectors)('of $metric', ({ metric, returns, observed, samples, intervals }) => {
  const run = {
    returns: Float64Array.from(returns),
    ts: Float64Array.from({ length: returns.length + 1 }, (_, t) => t * 86_400_000),
    firstEquity: 1,
    initialCash: 1,
    periodsPerYear: periods_per_year,
    riskFree: 0,
  };
  const sorted = ascending(samples);
  test('E6: bca is SciPy’s, jackknife included', () => {
    const jackknife = returns.map((_, i) => leaveOneOut(run, metric)(i));
    for (const { confidence, bca } of intervals) {
      const { low, high } = bcaInterval({ sorted, observed, jackknife, confidence }) as { low: number; high: number };
      near(low, bca[0]);
      near(high, bca[1]);
    }
  });
  test('§9: percentile is numpy’s type-7 quantiles', () => {
    for (const { confidence, percentile } of intervals) {
      const { low, high } = percentileInterval(sorted, confidence) as { low: number; high: number };
      near(low, percentile[0]);
      near(high, percentile[1]);
    }
  });
});

describe('E6: bca', () => {
  const sorted = ascending([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const jackknife = [1, 2, 4];
  const of = (change: Partial<Parameters<typeof bcaInterval>[0]>) =>
    bcaInterval({ sorted, observed: 5.5, jackknife, confidence: 0.8, ...change });

  test('is the percentile interval where nothing is biased and all jackknife values tie: the acceleration is 0', () => {
    const { low, high } = of({ jackknife: [0.1 + 0.2, 0.3, 0.3] }) as { low: number; high: number };
    const plain = percentileInterval(sorted, 0.8) as { low: number; high: number };
    near(low, plain.low);
    near(high, plain.high);
  });
  test('E11: samples that tie with the observed count half', () => {
    const tied = ascending([1, 2, 5 * (1 - 1e-10), 5, 5 * (1 + 1e-10), 8, 9]);
    expect(of({ sorted: tied, observed: 5, jackknife: [1, 1] })).toEqual(of({ sorted: tied, observed: 5, jackknife: [2, 2] }));
    const { low, high } = of({ sorted: tied, observed: 5, jackknife: [1, 1] }) as { low: number; high: number };
    const plain = percentileInterval(tied, 0.8) as { low: number; high: number };
    near(low, plain.low); // as many below as above: no bias
    near(high, plain.high);
  });
  test('does not exist where the share below the observed is 0 or 1', () => {
    expect(of({ observed: 0.5 })).toContain('all lie above');
    expect(of({ observed: 10.5 })).toContain('all lie below');
    expect(typeof of({ observed: 1 })).toBe('object'); // a tie is half a sample below
  });
  test('does not exist where any jackknife value is null, the run has none, or no sample has', () => {
    expect(of({ jackknife: [1, null, 2] })).toContain('without each return');
    expect(of({ observed: null })).toContain('the run has none');
    expect(of({ sorted: new Float64Array(0) })).toBe('No sample has a value.');
  });
  test('does not exist where anything overflows', () => {
    expect(of({ jackknife: [1e120, 3e120, 9e120] })).toContain('out of the range');
    expect(of({ jackknife: [1e200, 3e200, 9e200] })).toContain('out of the range');
    expect(typeof of({ jackknife: [1e60, 3e60, 9e60] })).toBe('object');
  });
});

test('percentiles are of the values that exist', () => expect(percentileInterval(new Float64Array(0), 0.9)).toBe('No sample has a value.'));
