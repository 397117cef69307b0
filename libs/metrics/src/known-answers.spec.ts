import { describe, expect, test } from '@jest/globals';
import { deflatedSharpe, expectedMaximumSharpe, minimumTrackRecord, probabilisticSharpe } from './index.js';

describe('published answers', () => {
  test('PSR of SR 2/√12 against 1/√12, skew −0.72, kurtosis 5.78, 59 returns is 0.948693', () => {
    const psr = probabilisticSharpe({ sharpe: 2 / Math.sqrt(12), benchmark: 1 / Math.sqrt(12), skew: -0.72, kurtosis: 5.78, n: 59 });
    expect(psr).toBeCloseTo(0.948693, 6);
  });

  test('DSR of an annual SR of 2.5 over 1250 days, the best of 100 of variance 1/2, skew −3, kurtosis 10 is 0.900397', () => {
    const dsr = deflatedSharpe({ sharpe: 2.5 / Math.sqrt(250), variance: 0.5 / 250, trials: 100, skew: -3, kurtosis: 10, n: 1250 });
    expect(dsr).toBeCloseTo(0.900397, 6);
  });

  test('MinTRL of an annual SR of 2 against 1 at 95 %, normal, 250 days a year is 2.7312 years', () => {
    const bars = minimumTrackRecord({ sharpe: 2 / Math.sqrt(250), benchmark: 1 / Math.sqrt(250), skew: 0, kurtosis: 3, confidence: 0.95 });
    expect(bars / 250).toBeCloseTo(2.7312, 4);
  });
});

describe('their edges', () => {
  test('after the minimum track record the PSR is the confidence asked for', () => {
    const sample = { sharpe: 0.1, benchmark: 0.02, skew: -0.5, kurtosis: 6 };
    const n = minimumTrackRecord({ ...sample, confidence: 0.95 });
    expect(probabilisticSharpe({ ...sample, n })).toBeCloseTo(0.95, 14);
  });

  test('a Sharpe ratio that does not exceed the benchmark has no minimum track record', () => {
    expect(minimumTrackRecord({ sharpe: 0.1, benchmark: 0.1, skew: 0, kurtosis: 3, confidence: 0.95 })).toBeNaN();
  });

  test('one trial is held against 0, more against more', () => {
    expect(expectedMaximumSharpe(0.25, 1)).toBe(0);
    const [two, ten, thousand] = [2, 10, 1000].map((trials) => expectedMaximumSharpe(1, trials));
    expect(0 < two! && two! < ten! && ten! < thousand!).toBe(true);
    const sample = { sharpe: 0.1, skew: 0, kurtosis: 3, n: 100 };
    expect(deflatedSharpe({ ...sample, variance: 0.25, trials: 1 })).toBe(probabilisticSharpe({ ...sample, benchmark: 0 }));
  });

  test('a variance that is not positive gives NaN', () => {
    expect(probabilisticSharpe({ sharpe: 1, benchmark: 0, skew: 2, kurtosis: 5, n: 10 })).toBeNaN();
  });
});
