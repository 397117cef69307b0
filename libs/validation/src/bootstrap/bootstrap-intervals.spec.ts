import { describe, expect, test } from '@jest/globals';
import { distributionOf } from '../distribution.js';
import { type Bootstrap, bootstrapIntervals, wantsJackknife } from './bootstrap-intervals.js';

const VALUES = Array.from({ length: 400 }, (_, i) => (i - 100) / 100);
const BASE: Bootstrap = {
  method: 'stationary',
  interval: 'percentile',
  confidence: 0.9,
  blockLength: 7.25,
  samples: 400,
  seed: 42,
  metrics: [{ id: 'sharpe', observed: 1, values: VALUES }],
};
const of = (change: Partial<Bootstrap>) => bootstrapIntervals({ ...BASE, ...change });

describe('the answer of a block bootstrap', () => {
  test('has the shape of names.md', () => {
    const answer = of({});
    expect(Object.keys(answer).sort()).toEqual(
      ['verdict', 'seed', 'method', 'interval', 'confidence', 'block_length', 'samples', 'metrics'].sort(),
    );
    expect(answer).toMatchObject({
      seed: 42,
      method: 'stationary',
      interval: 'percentile',
      confidence: 0.9,
      block_length: 7.25,
      samples: 400,
    });
    expect(Object.keys(answer.metrics['sharpe']!)).toEqual(['observed', 'low', 'high', 'distribution']);
  });
  test('E10: nulls are left out of the count and of the interval', () => {
    const values = [null, 1, null, 2, 3];
    const { sharpe } = of({ confidence: 0.5, metrics: [{ id: 'sharpe', observed: 2, values }] }).metrics;
    expect(sharpe).toEqual({ observed: 2, low: 1.5, high: 2.5, distribution: distributionOf(values) });
    expect(sharpe!.distribution.count).toBe(3);
  });
  test('E6: bca of max_drawdown falls back to percentile with a note', () => {
    const metric = { id: 'max_drawdown', observed: -0.2, values: [-0.5, -0.3, -0.1] } as const;
    const { max_drawdown } = of({ interval: 'bca', metrics: [metric] }).metrics;
    expect(max_drawdown!.note).toBe('percentile: bca is not for max drawdown');
    expect(max_drawdown).toMatchObject({ low: of({ metrics: [metric] }).metrics['max_drawdown']!.low });
    expect(of({ metrics: [metric] }).metrics['max_drawdown']).not.toHaveProperty('note');
  });
  test('E6: jackknife values are asked for where bca needs them, not for metrics of the order of the returns', () => {
    expect(wantsJackknife('percentile', 'sharpe')).toBe(false);
    const asked = (
      ['sharpe', 'cagr', 'volatility', 'skew', 'max_drawdown', 'ulcer_index', 'calmar', 'lo_sharpe', 'win_rate'] as const
    ).filter((id) => wantsJackknife('bca', id));
    expect(asked).toEqual(['sharpe', 'cagr', 'volatility', 'skew']);
  });
  test('E6: an interval that does not exist is null at both ends, and says why', () => {
    const metric = { id: 'cagr', observed: null, values: [0.1, 0.2], jackknife: [0.1, 0.2] } as const;
    expect(of({ interval: 'bca', metrics: [metric] }).metrics['cagr']).toMatchObject({
      observed: null,
      low: null,
      high: null,
      note: 'bca needs an observed value, and the run has none.',
    });
  });
  test('a metric that returns do not decide has no interval, and says why', () => {
    const { win_rate } = of({ metrics: [{ id: 'win_rate', observed: 0.6, values: [null, null] }] }).metrics;
    expect(win_rate).toMatchObject({ observed: 0.6, low: null, high: null, distribution: { count: 0 } });
    expect(win_rate!.note).toBe('The returns alone do not decide win_rate: there is nothing to resample.');
  });
});

describe('the words', () => {
  test('tell how the returns were drawn, the intervals, and that resampling is no test of luck', () => {
    expect(of({}).verdict).toBe(
      'The returns were drawn again 400 times, in blocks of 7.25 bars on average. ' +
        '90 % intervals: sharpe -0.801 to 2.79 (observed 1). ' +
        'The interval of sharpe holds 0: these returns do not settle whether there is an edge. ' +
        'Samples centre on what was observed: their spread is how uncertain it is, never whether it was luck.',
    );
  });
  test('claim no more than the interval allows', () => {
    const above = of({ metrics: [{ id: 'sharpe', observed: 3, values: VALUES.map((value) => value + 2) }] });
    expect(above.verdict).toContain('The interval of sharpe lies above 0.');
    const below = of({ metrics: [{ id: 'cagr', observed: -0.3, values: VALUES.map((value) => value / 100 - 0.2) }] });
    expect(below.verdict).toContain('cagr -20.8 % to -17.2 % (observed -30 %)');
    expect(below.verdict).toContain('The interval of cagr lies below 0');
  });
  test('say when samples are few, when bars were drawn one by one, and what bca assumes', () => {
    expect(of({ samples: 20 }).verdict).toContain('With 20 samples the ends are rough.');
    expect(of({ method: 'iid', blockLength: 1 }).verdict).toContain('bar by bar, as if none depended on another');
    expect(of({ method: 'circular', blockLength: 5 }).verdict).toContain('in blocks of 5 bars.');
    expect(of({ interval: 'bca' }).verdict).toContain('BCa corrects bias and skew as of independent returns.');
  });
  test('of no metric are only how the returns were drawn', () => {
    expect(of({ metrics: [] }).verdict).toMatch(/on average\. Samples centre/);
  });
});
