import { describe, expect, test } from '@jest/globals';
import * as indicators from './index.js';

/** Fine-print D6: the indicators of several outputs; every other one has a single output of its own name. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  macd: ['macd', 'signal', 'histogram'],
  bollinger: ['lower', 'middle', 'upper'],
  donchian: ['lower', 'middle', 'upper'],
  keltner: ['lower', 'middle', 'upper'],
  stochastic: ['k', 'd'],
  adx: ['adx', 'plus_di', 'minus_di'],
  aroon: ['up', 'down', 'oscillator'],
  supertrend: ['supertrend', 'direction'],
  ichimoku: ['conversion', 'base', 'span_a', 'span_b'],
  dual_sma: ['fast', 'slow'],
};

/** Fine-print D5: parameters and defaults, in the order in which expressions give them. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ...Object.fromEntries(
    [
      'sma',
      'ema',
      'wma',
      'dema',
      'tema',
      'hma',
      'zscore',
      'stddev',
      'highest',
      'lowest',
      'linreg_slope',
      'realized_vol',
      'cci',
      'donchian',
    ].map((name) => [name, { window: 20 }]),
  ),
  ...Object.fromEntries(['rsi', 'atr', 'adx', 'mfi', 'williams_r', 'aroon'].map((name) => [name, { window: 14 }])),
  roc: { window: 10 },
  momentum: { window: 10 },
  kama: { window: 10, fast: 2, slow: 30 },
  bollinger: { window: 20, k: 2 },
  macd: { fast: 12, slow: 26, signal: 9 },
  stochastic: { fast_k: 14, slow_k: 3, slow_d: 3 },
  keltner: { window: 20, k: 2, atr_window: 10 },
  supertrend: { window: 10, k: 3 },
  psar: { acceleration: 0.02, maximum: 0.2 },
  ichimoku: { conversion: 9, base: 26, span_b: 52, displacement: 26 },
  vwap: { window: 0 },
  dual_sma: { fast: 10, slow: 50 },
  obv: {},
  true_range: {},
};

describe('the names of the core indicators', () => {
  test.each(Object.values(indicators))('D6: $name has the outputs of the table', ({ name, outputs }) => {
    expect(outputs).toEqual(SEVERAL[name] ?? [name]);
  });

  test.each(Object.values(indicators))('D5: $name has the parameters and defaults of the table', ({ name, params }) => {
    expect(Object.fromEntries(Object.entries(params).map(([key, param]) => [key, param.default]))).toEqual(DEFAULTS[name]);
    expect(Object.keys(params)).toEqual(Object.keys(DEFAULTS[name]!));
  });

  test('D5: the core list is whole', () => {
    expect(Object.keys(indicators).sort()).toEqual(Object.keys(DEFAULTS).sort());
  });
});
