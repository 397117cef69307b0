import { describe, expect, test } from '@jest/globals';
import { defineIndicator, int } from '@projecta/plugin';
import { marketOf } from '../testing/market.twin.js';
import { sharedColumns } from './shared-columns.js';

const MARKET = marketOf({ bars: 50, seed: 1 });
const BYTES = 50 * 8;

/** An indicator that counts how often it is computed. */
function counted(outputs: readonly string[] = ['shifted']) {
  const computed: unknown[] = [];
  const indicator = defineIndicator({
    ...{ name: 'shifted', title: 'Shifted', description: 'The source, moved up.', params: { by: int({ default: 1 }) } },
    inputs: ['source'],
    outputs,
    warmup: () => 0,
    compute({ source }, { by }, out) {
      computed.push(by);
      for (const column of Object.values(out)) for (let t = 0; t < column.length; t++) column[t] = source[t]! + by;
    },
  });
  return { indicator, computed };
}

describe('feature columns shared by trials', () => {
  test('are computed once for all that ask for the same', () => {
    const { indicator, computed } = counted();
    const { featureColumns, nextTrial } = sharedColumns(MARKET);
    const first = featureColumns(indicator.of({ by: 2 }));
    for (let trial = 0; trial < 5; trial++) {
      nextTrial();
      expect(featureColumns(indicator.of({ by: 2 }))).toBe(first);
    }
    expect(computed).toEqual([2]);
    expect(first['shifted']![7]).toBe(MARKET.close[7]! + 2);
  });
  test('differ by parameters, source and definition', () => {
    const { featureColumns } = sharedColumns(MARKET);
    const [one, other] = [counted().indicator, counted().indicator];
    const features = [one.of({ by: 2 }), one.of({ by: 3 }), one.of({ by: 2 }, 'open'), other.of({ by: 2 })];
    expect(new Set(features.map(featureColumns)).size).toBe(4);
    expect(featureColumns(one.of({ by: 2 }, 'close'))).toBe(featureColumns(features[0]!));
  });
  test('make room under a budget, the longest unused first, never those of the trial at hand', () => {
    const { indicator, computed } = counted();
    const { featureColumns, nextTrial } = sharedColumns(MARKET, 3 * BYTES);
    const trial = (...values: number[]) => {
      nextTrial();
      const columns = values.map((by) => featureColumns(indicator.of({ by }))['shifted']!);
      columns.forEach((column, i) => expect(column[49]).toBe(MARKET.close[49]! + values[i]!));
    };
    trial(1, 2);
    trial(1, 3);
    trial(1, 4); // 2 makes room
    expect(computed).toEqual([1, 2, 3, 4]);
    trial(3, 1);
    expect(computed).toEqual([1, 2, 3, 4]);
    trial(2);
    expect(computed).toEqual([1, 2, 3, 4, 2]);
    trial(5, 6, 7, 8, 9); // more than the budget, all at once
    expect(computed.slice(5)).toEqual([5, 6, 7, 8, 9]);
  });
  test('are computed anew on another market, also of another length', () => {
    const { indicator, computed } = counted(['a', 'b']);
    const { featureColumns, nextMarket } = sharedColumns(MARKET);
    featureColumns(indicator.of());
    for (const bars of [50, 30]) {
      const market = marketOf({ bars, seed: 2 });
      nextMarket(market);
      const { a, b } = featureColumns(indicator.of());
      expect([a!.length, b![bars - 1]]).toEqual([bars, market.close[bars - 1]! + 1]);
    }
    expect(computed).toEqual([1, 1, 1]);
  });
});
