import { expect, test } from '@jest/globals';
import { askedQuery, listQuery, wordsOf } from './sweep-query.js';

test('a list is asked for what its address says, and for nothing that it does not', () => {
  const query = listQuery(new URLSearchParams('symbol=BTC/USD&status=running&tab=all'));
  expect(askedQuery(query, 25, undefined)).toEqual({ limit: 25, symbol: 'BTC/USD', status: 'running' });
  expect(wordsOf(query)).toEqual({ symbol: 'BTC/USD', status: 'running' });
});

test('a state that there is not is no filter', () => {
  expect(listQuery(new URLSearchParams('status=asleep')).status).toBe('');
});

test('a later page is asked for by its cursor', () => {
  expect(askedQuery(listQuery(new URLSearchParams()), 25, 'next')).toEqual({ limit: 25, cursor: 'next' });
});
