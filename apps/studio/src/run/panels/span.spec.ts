import { describe, expect, test } from '@jest/globals';
import type { DataSet } from '@projecta/client';
import { asDay, dataSetOf, isDay, timeframesOf, wholeSpan } from './span.js';

const set = (symbol: string, timeframe: DataSet['timeframe'], timeframes: DataSet['timeframes']): DataSet => ({
  ...{ symbol, timeframe, timeframes, bars: 3, first: '2024-01-01T00:00:00.000Z', last: '2024-01-03T00:00:00.000Z', gaps: 0 },
  ...{ columns: ['ts'], data_hash: null, notes: [], created_at: null, source: 'stored', problem: null },
});

describe('the whole span of a data set', () => {
  test('ends the day after its last bar, which may open at midnight', () => {
    expect(wholeSpan({ first: '2000-01-03T00:00:00.000Z', last: '2020-04-17T00:00:00.000Z' })).toEqual({
      start: '2000-01-03',
      end: '2020-04-18',
    });
  });
  test('holds a last bar within a day', () => {
    expect(wholeSpan({ first: '2024-01-01T09:30:00.000Z', last: '2024-12-31T23:59:00.000Z' })).toEqual({
      start: '2024-01-01',
      end: '2025-01-01',
    });
  });
  test('is not there where every span is', () => {
    expect(wholeSpan({ first: null, last: null })).toBeUndefined();
  });
});

describe('an instant', () => {
  test.each([
    ['2024-01-01T00:00:00.000Z', '2024-01-01'],
    ['2024-01-01T00:00Z', '2024-01-01'],
    ['2024-01-01T09:30:00.000Z', '2024-01-01T09:30:00.000Z'],
    [1704067200000, 1704067200000],
    [undefined, undefined],
  ])('%p is shown as %p', (value, shown) => {
    expect(asDay(value)).toBe(shown);
  });
  test('is a day, or not', () => {
    expect([isDay('2024-01-01'), isDay('2024-01-01T09:30:00Z'), isDay(7)]).toEqual([true, false, false]);
  });
});

describe('the data set of a run', () => {
  const sets = [set('A', '1d', ['1d', '1w']), set('A', '1h', ['1h', '2h', '1d', '1w']), set('B', '1w', ['1w'])];
  test('is the one of its timeframe, else the first that can be made into it, else any of its symbol', () => {
    expect([dataSetOf(sets, 'A', '1h'), dataSetOf(sets, 'A', '2h'), dataSetOf(sets, 'B', '1m'), dataSetOf(sets, 'C', '1m')]).toEqual([
      ...[sets[1], sets[1], sets[2], undefined],
    ]);
  });
  test('can be asked for in every timeframe that any of its symbol has, each once', () => {
    expect(timeframesOf(sets, 'A')).toEqual(['1d', '1w', '1h', '2h']);
  });
});
