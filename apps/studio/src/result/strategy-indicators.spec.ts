import { describe, expect, test } from '@jest/globals';
import { strategyIndicators } from './strategy-indicators.js';

const sma = (window: number) => ({ name: 'sma', params: { window } });

describe('what a run looks at', () => {
  test('is what its strategy is made of', () => {
    expect(strategyIndicators({ strategy: { name: 'dual_sma', params: { fast: 5, slow: 20 } }, indicators: [] } as never)).toEqual([
      sma(5),
      sma(20),
    ]);
  });
  test('and what its config lists, each once', () => {
    const indicators = [
      { name: 'dual_sma', params: { fast: 5, slow: 20 } },
      { name: 'rsi', params: { window: 14 } },
    ];
    expect(strategyIndicators({ strategy: { name: 'dual_sma', params: { fast: 5, slow: 20 } }, indicators } as never)).toEqual([
      sma(5),
      sma(20),
      { name: 'rsi', params: { window: 14 } },
    ]);
  });
  test('is nothing of a strategy that this page does not know', () => {
    expect(strategyIndicators({ strategy: { name: 'my_own', params: {} }, indicators: [] } as never)).toEqual([]);
  });
});
