import { describe, expect, test } from '@jest/globals';
import { testCandles } from '@projecta/candles';
import { defineIndicator } from '@projecta/plugin';
import { previewFeatures } from './preview-features.js';
import { runBacktest } from './run-backtest.js';
import { BASE } from './testing/base-config.twin.js';

const candles = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 11));
const indicators = [{ name: 'sma', params: { length: 5 } }, { name: 'macd' }, { name: 'ema', params: { window: 3, source: 'high' } }];

describe('previewFeatures', () => {
  test('has the columns of a run over the same bars, bit for bit and by the same names', async () => {
    const { features } = await runBacktest({
      config: { ...BASE, symbol: 'ANY', timeframe: '1h', start: '2024-01-01', end: '2024-01-11', indicators },
      candles,
    });
    const columns = previewFeatures({ indicators, candles });
    expect(Object.keys(columns)).toEqual(['sma_5', 'macd_12_26_9.macd', 'macd_12_26_9.signal', 'macd_12_26_9.histogram', 'ema_3_high']);
    expect(columns).toEqual(features);
  });

  test('refuses what a RunConfig could not have, all at once and at its paths', () => {
    const bad = [{ name: 'smaa' }, { name: 'sma', params: { window: 0, widow: 1 } }, { name: 'macd', params: { fast: 30 } }];
    expect(() => previewFeatures({ indicators: bad, candles })).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        errors: [
          expect.objectContaining({ path: '/indicators/0/name', code: 'UNKNOWN_INDICATOR' }),
          expect.objectContaining({ path: '/indicators/1/params/widow', code: 'UNKNOWN_KEY' }),
          expect.objectContaining({ path: '/indicators/1/params/window', code: 'OUT_OF_RANGE' }),
          expect.objectContaining({ path: expect.stringContaining('/indicators/2/params/') as unknown as string, code: 'OUT_OF_RANGE' }),
        ],
      }),
    );
  });

  test('refuses an indicator whose column the candles do not have', () => {
    const { volume: _, ...prices } = candles;
    expect(() => previewFeatures({ indicators: [{ name: 'sma' }, { name: 'obv' }], candles: prices })).toThrow(
      expect.objectContaining({ code: 'DATA_INVALID', errors: [expect.objectContaining({ path: '/indicators/1' })] }),
    );
  });

  test('computes an own indicator, and names it where it throws', () => {
    const mine = defineIndicator({
      ...{ name: 'mine', version: '1', title: 'Mine', description: 'Twice the close.', params: {}, inputs: ['close'], outputs: ['mine'] },
      warmup: () => 0,
      compute: ({ close }, _, { mine: out }) => close.forEach((value, t) => (out[t] = 2 * value)),
    });
    expect(previewFeatures({ indicators: [{ name: 'mine' }], candles, plugins: [mine] })['mine']![0]).toBe(2 * candles.close[0]!);
    const broken = {
      ...mine,
      compute: () => {
        throw new Error('oh');
      },
    };
    expect(() => previewFeatures({ indicators: [{ name: 'mine' }], candles, plugins: [broken] })).toThrow('The indicator mine threw: oh');
  });
});
