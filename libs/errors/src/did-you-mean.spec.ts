import { describe, expect, test } from '@jest/globals';
import { didYouMean, suggestion } from './did-you-mean.js';

describe('didYouMean', () => {
  test('finds a transposition, a missing and a wrong letter', () => {
    expect(didYouMean('fsat', ['fast', 'slow'])).toBe('fast');
    expect(didYouMean('slw', ['fast', 'slow'])).toBe('slow');
    expect(didYouMean('Timefrane', ['timeframe', 'symbol'])).toBe('timeframe');
  });
  test('says nothing when nothing is near', () => {
    expect(didYouMean('zzzz', ['fast', 'slow'])).toBeUndefined();
    expect(suggestion('zzzz', ['fast'])).toBe('');
    expect(didYouMean('x'.repeat(10_000), ['fast'])).toBeUndefined();
  });
});
