import { expect, test } from '@jest/globals';
import type { ListedRun } from '@projecta/client';
import { hashIn, matching } from './matching.js';

const run = (run_hash: string, symbol: string, strategy: string, pinned = false): ListedRun =>
  ({
    run_hash,
    symbol,
    strategy,
    pinned,
    timeframe: '1d',
    status: 'completed',
    start: '2020-01-01T00:00:00.000Z',
    end: '2021-01-01T00:00:00.000Z',
  }) as ListedRun;
const runs = [run('ab12', 'SPX', 'dual_sma'), run('cd34', 'BTC/USD', 'dual_sma', true), run('ef56', 'SPX', 'macd')];
const hashes = (search: string): string[] => matching(runs, search).map(({ run_hash }) => run_hash);

test('every word of a search must occur, in any case', () => {
  expect([hashes(''), hashes('spx'), hashes('sma SPX'), hashes('cd3'), hashes('pinned'), hashes('2020-01 ema')]).toEqual([
    ['ab12', 'cd34', 'ef56'],
    ['ab12', 'ef56'],
    ['ab12'],
    ['cd34'],
    ['cd34'],
    [],
  ]);
});
test('eight digits or more of a hash name a run', () => {
  expect([hashIn(' ABCDEF12 '), hashIn('abcdef1'), hashIn('abcdefgh')]).toEqual(['abcdef12', undefined, undefined]);
});
