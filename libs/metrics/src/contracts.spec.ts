import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { EQUITY_METRIC_IDS, METRIC_IDS, METRICS } from './index.js';

const LESS_IS_BETTER = [
  ...[
    'volatility',
    'ulcer_index',
    'var_95',
    'cvar_95',
    'longest_drawdown_bars',
    'longest_drawdown_ms',
    'max_consecutive_losses',
    'turnover',
  ],
  ...['min_trl', 'total_delay', 'total_slippage', 'total_fees', 'total_borrow'],
];

describe('every contract', () => {
  test.each(METRICS.map((contract) => [contract.id, contract] as const))('of %s says what the metric is', (id, contract) => {
    const keys = ['id', 'family', 'title', 'formula', 'unit', 'source', ...(contract.lowerIsBetter ? ['lowerIsBetter'] : [])];
    expect(Object.keys(contract).sort()).toEqual(keys.sort());
    expect(contract.title).toMatch(/^[A-Z]/);
    for (const text of [contract.title, contract.formula, contract.source]) expect([id, text.length > 3]).toEqual([id, true]);
  });

  test('stands once, in the order of the ids', () => {
    expect(METRICS.map(({ id }) => id)).toEqual(METRIC_IDS);
    expect(new Set(METRIC_IDS).size).toBe(46);
    expect(new Set(METRICS.map(({ title }) => title)).size).toBe(46);
  });

  test('E2: says where less is better, and only there', () => {
    expect(METRICS.filter(({ lowerIsBetter }) => lowerIsBetter).map(({ id }) => id).sort()).toEqual(LESS_IS_BETTER.sort()); // prettier-ignore
  });

  test('is plain data', () => expect(JSON.parse(JSON.stringify(METRICS))).toEqual(METRICS));
});

test('E1: the equity metrics are those that an independent implementation gives stitched equity, final equity among them', () => {
  const { validation } = readVectors<{ validation: { walk_forward: { out_of_sample: object } } }>(
    import.meta.url,
    '../../engine/vectors/cases/case015/expected.json',
  );
  expect([...EQUITY_METRIC_IDS].sort()).toEqual(Object.keys(validation.walk_forward.out_of_sample).sort());
});
