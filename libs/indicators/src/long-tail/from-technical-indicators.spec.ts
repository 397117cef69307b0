import { describe, expect, test } from '@jest/globals';
import { computeIndicator } from '@projecta/plugin';
import { getConfig, setConfig } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';
import { wema } from './wema.js';

const ts = Float64Array.from({ length: 6 }, (_, t) => t);
const rising = Float64Array.of(1, 2, 3, 4, 5, 6);
const candles = { ts, open: rising, high: rising, low: rising, close: rising };

/** Answers with the sum so far, from the first bar on, whatever the warm-up says. */
const runningSum = fromTechnicalIndicators({
  name: 'running_sum',
  title: '',
  description: '',
  libraryName: 'none',
  params: {},
  inputs: ['source'],
  outputs: ['running_sum'],
  warmup: () => 2,
  start() {
    let sum = 0;
    return ({ source }) => ({ running_sum: (sum += source) });
  },
});

function sumOf(...values: number[]): number[] {
  return [...computeIndicator(runningSum, candles, {}, { source: Float64Array.from(values) })['running_sum']!];
}

describe('an adapted indicator', () => {
  test('sees every bar and is defined from the warm-up on', () => {
    expect(sumOf(1, 2, 3, 4, 5, 6)).toEqual([NaN, NaN, 6, 10, 15, 21]);
  });
  test('starts at the first bar of a source that begins later', () => {
    expect(sumOf(NaN, NaN, 3, 4, 5, 6)).toEqual([NaN, NaN, NaN, NaN, 12, 18]);
    expect(sumOf(NaN, NaN, NaN, NaN, NaN, NaN)).toEqual([NaN, NaN, NaN, NaN, NaN, NaN]);
  });
  test('starts over behind a hole in its source', () => {
    expect(sumOf(1, 2, NaN, 4, 5, 6)).toEqual([NaN, NaN, NaN, NaN, NaN, 15]);
    expect(sumOf(1, 2, 3, NaN, 5, 6)).toEqual([NaN, NaN, 6, NaN, NaN, NaN]);
  });
  test('starts anew on every computation', () => {
    expect(sumOf(1, 2, 3, 4, 5, 6)).toEqual(sumOf(1, 2, 3, 4, 5, 6));
  });
  test('says where it comes from', () => {
    expect(wema.reference).toBe('technicalindicators 3.1.0 WEMA');
  });
});

describe("the library's process-wide precision", () => {
  const thirds = Float64Array.of(1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 2);
  const exact = computeIndicator(wema, candles, { window: 3 }, { source: thirds })['wema'];

  test('does not reach a result, and is put back', () => {
    setConfig('precision', 3);
    try {
      expect(computeIndicator(wema, candles, { window: 3 }, { source: thirds })['wema']).toEqual(exact);
      expect(getConfig('precision')).toBe(3);
    } finally {
      setConfig('precision', undefined);
    }
  });
  test('is put back when a computation throws', () => {
    const broken = fromTechnicalIndicators({
      name: 'broken',
      title: '',
      description: '',
      libraryName: 'none',
      params: {},
      inputs: ['source'],
      outputs: ['broken'],
      warmup: () => 0,
      start: () => () => {
        throw new Error('broken');
      },
    });
    setConfig('precision', 3);
    try {
      expect(() => computeIndicator(broken, candles)).toThrow('broken');
      expect(getConfig('precision')).toBe(3);
    } finally {
      setConfig('precision', undefined);
    }
  });
});
