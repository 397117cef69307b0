import { describe, expect, test } from '@jest/globals';
import { distributionOf } from '../distribution.js';
import { drive } from './drive.twin.js';
import { noiseColumns } from './noise.twin.js';
import { overfittingSummary, type SearchFindings } from './search-summary.js';
import { enterTrials, snoopingAnswer, snoopingTest } from './snooping-test.js';

const NOISE = Array.from({ length: 200 }, (_, i) => ((i * 67) % 200) / 199);
const snooping = snoopingTest({ seed: 4, samples: 50, bars: 30, blockLength: 1.5 });
drive(enterTrials(snooping, noiseColumns({ trials: 3, bars: 30 })));

const FOUND: SearchFindings = {
  ...{
    seed: 4,
    trials: 3,
    benchmark: 'buy_and_hold',
    blocks: 8,
    pbo: 0.4,
    splits: 70,
    noise: NOISE,
    best: { fast: 5, slow: 20 },
    snooping,
  },
  bestTrial: { best_sharpe: 0.0731, expected_maximum_sharpe: 0.0512, dsr: 0.61, sidak_p: 0.2114 },
};
const verdictOf = (changes: Partial<SearchFindings> = {}): string => overfittingSummary({ ...FOUND, ...changes }).verdict;

describe('the summary of a search', () => {
  test('holds what names.md lists, and what its numbers are made of', () => {
    const summary = overfittingSummary(FOUND);
    expect(summary).toMatchObject({
      seed: 4,
      trials: 3,
      blocks: 8,
      samples: 50,
      benchmark: 'buy_and_hold',
      pbo: 0.4,
      best: { fast: 5, slow: 20 },
    });
    expect(summary).toMatchObject({ ...FOUND.bestTrial, ...snoopingAnswer(snooping), block_length: 1.5, pbo_noise: distributionOf(NOISE) });
    expect(summary.pbo_noise_band.low).toBeCloseTo(0.05, 12);
    expect(summary.pbo_noise_band.high).toBeCloseTo(0.95, 12);
    expect(summary.null_hypothesis).toContain('No combination has a Sharpe ratio above 0');
  });
  test('E10: the standard error of p is sqrt(p(1 − p)/samples)', () => {
    const { reality_check, reality_check_p: p, spa } = overfittingSummary(FOUND);
    expect(reality_check.p_value_se).toBe(Math.sqrt((p! * (1 - p!)) / 50));
    expect(reality_check).toMatchObject({ observed: snooping.observed.white, distribution: distributionOf([...snooping.white]) });
    expect(spa).toMatchObject({ observed: snooping.observed.spa, distribution: distributionOf([...snooping.spa]) });
  });
  test('without a return that varies there is no bootstrap', () => {
    const flat = snoopingTest({ seed: 4, samples: 50, bars: 30, blockLength: 1 });
    drive(enterTrials(flat, [new Float64Array(30)]));
    const { reality_check, reality_check_p, verdict } = overfittingSummary({ ...FOUND, snooping: flat });
    expect(reality_check_p).toBeNull();
    expect(reality_check).toMatchObject({ observed: null, p_value_se: null, distribution: { count: 0 } });
    expect(verdict).toContain("No combination's return differs from buying and holding by more than a constant");
  });
});

describe('its verdict', () => {
  test('says each number once, in words', () => {
    const { reality_check_p, spa_p, spa_p_lower, spa_p_upper } = snoopingAnswer(snooping);
    const p = (value: number | null): string => value!.toFixed(3);
    expect(verdictOf()).toBe(
      'The best of 3 combinations (fast 5, slow 20): its Sharpe ratio per bar is 0.0731. ' +
        'Chosen on half of the bars, the best came out in the lower half of all on the other half in 40 % of 70 splits (PBO 0.40; searches among pure noise of this size mostly give 0.05 to 0.95). Choosing so cannot be told from choosing among noise. ' +
        'Chance alone would lift the best to about 0.0512 a bar; that the true ratio exceeds this has probability 0.610 (deflated Sharpe; above 0.95 is no 5 % test). Šidák p = 0.211 that the best of 3 independent trials without an edge does this well. ' +
        `Against buying and holding: reality check p = ${p(reality_check_p)}, SPA p = ${p(spa_p)} (${p(spa_p_lower)} to ${p(spa_p_upper)}). Searching alone does this well often enough: no edge is shown.`,
    );
  });
  test('never calls a p-value 0', () => {
    expect(verdictOf({ bestTrial: { ...FOUND.bestTrial, sidak_p: 0.0004 } })).toContain('Šidák p < 0.001 that');
  });
  test('judges PBO by the band of noise, not by a half', () => {
    expect(verdictOf({ pbo: 0.01 })).toContain('Choosing on the past told something about what came after.');
    expect(verdictOf({ pbo: 0.06 })).toContain('cannot be told from choosing among noise');
    expect(verdictOf({ pbo: 0.99 })).toContain('worse than drawing lots');
  });
  test('of one combination says that nothing was chosen', () => {
    expect(verdictOf({ trials: 1, pbo: 1 })).toContain(
      'Only one combination (fast 5, slow 20) runs: nothing was chosen. PBO is 1 by definition.',
    );
  });
  test('of trials without a Sharpe ratio says so', () => {
    const bestTrial = { best_sharpe: null, expected_maximum_sharpe: null, dsr: null, sidak_p: null };
    expect(verdictOf({ bestTrial })).toContain('none of them varies, so none has a Sharpe ratio');
    expect(verdictOf({ bestTrial })).toContain('There is no deflated Sharpe ratio.');
  });
});
