import { describe, expect, test } from '@jest/globals';
import { linkTo, routeOf } from './route.js';

describe('a fragment', () => {
  test('names a view, what it is of, and a query', () => {
    const { view, of, query } = routeOf('#/result/ab12?tab=proof');
    expect([view, of, query.get('tab')]).toEqual(['result', 'ab12', 'proof']);
  });
  test.each(['', '#', '#/', '#/nowhere', '#/__proto__'])('%p is the first view', (fragment) => {
    expect(routeOf(fragment).view).toBe('run');
  });
  test('of a link is the place that the link is to', () => {
    const { view, of, query } = routeOf(linkTo('data', 'BTC/USD', { timeframe: '1m' }));
    expect([view, of, query.get('timeframe')]).toEqual(['data', 'BTC/USD', '1m']);
  });
});
