import { describe, expect, test } from '@jest/globals';
import { overridden } from './overridden.js';

const CONFIG = {
  symbol: 'TEST',
  indicators: [{ name: 'sma', params: { window: 5 } }],
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 20 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.1 }, stop_loss: 0.02 },
};

describe('overridden', () => {
  test('merges objects key by key and leaves both as they were', () => {
    const before = structuredClone(CONFIG);
    const overrides = { strategy: { params: { fast: 10 } }, seed: 7, execution: { fee_bps: 1 } };
    expect(overridden(CONFIG, overrides)).toEqual({
      ...CONFIG,
      strategy: { name: 'dual_sma', params: { fast: 10, slow: 20 } },
      seed: 7,
      execution: { fee_bps: 1 },
    });
    expect(CONFIG).toEqual(before);
    expect(overridden(CONFIG, {})).toEqual(CONFIG);
  });

  test('takes keys away by null, and replaces lists whole', () => {
    const { indicators, ...rest } = overridden(CONFIG, { risk: { stop_loss: null, take_profit: null }, indicators: [] });
    expect(rest['risk']).toEqual({ model: 'fixed_fraction', params: { fraction: 0.1 } });
    expect(indicators).toEqual([]);
    expect(overridden({ a: 1, b: { c: 2 } }, { a: { c: null, d: 1 }, b: 3 })).toEqual({ a: { d: 1 }, b: 3 });
  });

  test('drops the parameters of a plug-in that another takes the place of, and of no other', () => {
    expect(overridden(CONFIG, { strategy: { name: 'momentum' } })['strategy']).toEqual({ name: 'momentum' });
    expect(overridden(CONFIG, { strategy: { name: 'momentum', params: { lookback: 3 } } })['strategy']).toEqual({
      name: 'momentum',
      params: { lookback: 3 },
    });
    expect(overridden(CONFIG, { risk: { model: 'kelly' } })['risk']).toEqual({ model: 'kelly', stop_loss: 0.02 });
    expect(overridden(CONFIG, { strategy: { name: 'dual_sma', params: { slow: 9 } } })['strategy']).toEqual({
      name: 'dual_sma',
      params: { fast: 5, slow: 9 },
    });
  });

  test('does not take what objects inherit for what they have', () => {
    expect(overridden({}, { toString: { a: 1 } })).toEqual({ toString: { a: 1 } });
  });
});
