import { describe, expect, test } from '@jest/globals';
import { durationWords, workWords } from './work-words.js';

describe('the work of a run in words', () => {
  test('counts bars and trials, and leaves trials out where there are none', () => {
    const work = { bars: 17544, trials: 1, bar_passes: 0, estimated_ms: 1400 };
    expect(workWords(work)).toBe('17,544 bars, 1 trial, about 1 s of work');
    expect(workWords({ ...work, bars: 1, trials: 0 })).toBe('1 bar, about 1 s of work');
  });
  test.each([
    [3, '1 s'],
    [119_400, '119 s'],
    [125_000, '2 min'],
    [7_200_000, '2 h'],
  ])('%d ms are %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});
