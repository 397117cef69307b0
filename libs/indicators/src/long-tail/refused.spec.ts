import { describe, expect, test } from '@jest/globals';
import * as library from 'technicalindicators';

/** The reasons in README.md that are about behaviour, each shown on the library itself: when one of these fails, the refusal can be looked at again. */
describe('refused, because', () => {
  const walk = Array.from({ length: 200 }, (_, t) => 100 + ((t * 7919) % 97) / 7);
  const still = new Array<number>(60).fill(0.1);

  test('awesomeoscillator and kst keep running sums, which drift: a market that stands still is not 0', () => {
    const high = [...walk, ...still];
    const ao = library.awesomeoscillator({ high, low: high, fastPeriod: 5, slowPeriod: 34 });
    expect(ao.at(-1)).not.toBe(0);
    const periods = {
      ROCPer1: 2,
      ROCPer2: 3,
      ROCPer3: 4,
      ROCPer4: 5,
      SMAROCPer1: 3,
      SMAROCPer2: 3,
      SMAROCPer3: 3,
      SMAROCPer4: 4,
      signalPeriod: 3,
    };
    expect(library.kst({ values: high, ...periods }).at(-1)!.kst).not.toBe(0);
  });

  test('sum keeps a running sum, which drifts', () => {
    expect(library.sum({ values: [1e17, 1, 1, 1, 1], period: 3 }).at(-1)).not.toBe(3);
  });

  test('forceindex takes a first average of exactly 0 for a missing one and counts that bar twice', () => {
    const flow = { close: [10, 11, 10, 10], volume: [1, 1, 1, 1] };
    expect(library.forceindex({ ...flow, period: 2 })).toEqual([expect.closeTo(-2 / 3), expect.closeTo(-2 / 9)]);
  });

  test('tweezertop and tweezerbottom compare averages as text: a rise of 10 against a fall of 9 is no rise', () => {
    const bars = (close: number[]) => ({ close, open: close, high: [130, 130, 130, 130, 130], low: [1, 1, 1, 1, 1] });
    expect(library.tweezertop(bars([100, 118, 110, 110, 110]))).toBe(true);
    expect(library.tweezertop(bars([100, 120, 102, 110, 110]))).toBe(false);
    expect(library.tweezerbottom(bars([110, 90, 108, 110, 110]))).toBe(false);
  });

  test('bullishspinningtop also marks falling bars, and bearishspinningtop measures the lower shadow from the high', () => {
    expect(library.bullishspinningtop({ open: [109], high: [110], low: [99], close: [100] })).toBe(true);
    expect(library.bearishspinningtop({ open: [109], high: [120], low: [100], close: [100] })).toBe(true);
  });

  test('volumeprofile looks at the whole sample, and renko makes bars of its own', () => {
    const bars = { high: walk.map((x) => x + 1), low: walk.map((x) => x - 1), open: walk, close: walk, volume: walk };
    expect(library.volumeprofile({ ...bars, noOfBars: 5 })).toHaveLength(5);
    expect(library.renko({ ...bars, timestamp: walk, brickSize: 3, useATR: false } as never).close!.length).not.toBe(walk.length);
  });
});
