import { describe, expect, test } from '@jest/globals';
import { runsQuery, runsSearch, sortedBy } from './runs-query.js';

const of = (search: string) => runsQuery(new URLSearchParams(search));

describe('the list that an address asks for', () => {
  test('is all of it, newest first', () => {
    expect(of('')).toEqual({ sort: '-created_at' });
  });
  test('is filtered and sorted as it says', () => {
    expect(of('status=failed&symbol=BTC/USD&strategy=macd&sort=sharpe')).toEqual({
      status: 'failed',
      symbol: 'BTC/USD',
      strategy: 'macd',
      sort: 'sharpe',
    });
  });
  test('leaves out what does not exist', () => {
    expect(of('status=late&sort=luck&symbol=')).toEqual({ sort: '-created_at' });
  });
  test('comes back from its own address', () => {
    const query = of('status=completed&symbol=BTC/USD&sort=-sharpe');
    expect(runsQuery(runsSearch(query))).toEqual(query);
    expect(runsSearch(of('')).toString()).toBe('');
  });
});

test('a column is sorted from the greatest down first, then the other way', () => {
  const down = sortedBy(of(''), 'sharpe');
  expect([down.sort, sortedBy(down, 'sharpe').sort, sortedBy(down, 'symbol').sort]).toEqual(['-sharpe', 'sharpe', '-symbol']);
});
