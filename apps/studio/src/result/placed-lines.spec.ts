import { expect, test } from '@jest/globals';
import { placedLines } from './placed-lines.js';

const close = Float64Array.of(100, 101, 102);
const line = (name: string, value: number) => ({ name, values: Float64Array.of(NaN, value, value) });

test('prices lie over the candles, outputs of one indicator together under them', () => {
  const lines = [
    line('sma_5', 100),
    line('macd_12_26_9.macd', 0.5),
    line('rsi_14', 50),
    line('macd_12_26_9.signal', 0.4),
    line('atr_14', 2),
  ];
  expect(placedLines(lines, close).map(({ place, lines: each }) => [place, each.map(({ name }) => name)])).toEqual([
    [{ pane: 'price' }, ['sma_5']],
    [{ pane: 'own', title: 'macd_12_26_9' }, ['macd_12_26_9.macd', 'macd_12_26_9.signal']],
    [{ pane: 'own', title: 'rsi_14' }, ['rsi_14']],
  ]);
});
test('no lines take no place', () => {
  expect(placedLines([], close)).toEqual([]);
});
