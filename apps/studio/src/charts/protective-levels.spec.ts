import { describe, expect, test } from '@jest/globals';
import { protectiveLevels } from './protective-levels.js';

const long = { side: 1, entry_bar: 1, exit_bar: 4, entry_price: 100 } as const;
const short = { ...long, side: -1 } as const;
const close = Float64Array.of(90, 104, 102, 110, 95);

describe('the protective levels of a trade', () => {
  test('are none without protection', () => {
    expect(protectiveLevels(long, {}, close)).toEqual([]);
  });
  test('lie below and above the entry of a long, the other way round of a short', () => {
    const fixed = { stop_loss: 0.25, take_profit: 0.5 };
    expect(protectiveLevels(long, fixed, close).map(({ prices }) => prices)).toEqual([[75], [150]]);
    expect(protectiveLevels(short, fixed, close).map(({ prices }) => prices)).toEqual([[125], [50]]);
  });
  test('trail the best close of the bars before', () => {
    expect(protectiveLevels(long, { trailing_stop: 0.5 }, close)).toEqual([{ kind: 'trailing_stop', prices: [50, 52, 52, 55] }]);
    expect(protectiveLevels(short, { trailing_stop: 0.5 }, close)).toEqual([{ kind: 'trailing_stop', prices: [150, 150, 150, 150] }]);
  });
  test('do not trail where the closes are gone', () => {
    expect(protectiveLevels(long, { trailing_stop: 0.5 }, undefined)).toEqual([]);
  });
});
