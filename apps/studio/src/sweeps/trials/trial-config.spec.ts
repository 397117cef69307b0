import { describe, expect, test } from '@jest/globals';
import type { NormalizedSweep } from '@projecta/client';
import { trialConfig } from './trial-config.js';

const BASE = { strategy: { name: 'dual_sma', params: { fast: 10, slow: 50 } }, risk: { rebalance: 'on_change' }, seed: 42 };
const of = (sweep: object): NormalizedSweep => ({ base: BASE, objective: 'sharpe', ...sweep }) as unknown as NormalizedSweep;

describe('the config of a trial', () => {
  test('is the base with its values at their paths', () => {
    const sweep = of({ grid: { 'strategy.params.fast': [4, 6] } });
    const config = trialConfig(sweep, { params: { 'strategy.params.fast': Float64Array.of(4, 6) } }, 1);
    expect(config).toEqual({ ...BASE, strategy: { name: 'dual_sma', params: { fast: 6, slow: 50 } } });
    expect(BASE.strategy.params.fast).toBe(10);
  });
  test('has an object where a word gives way to it', () => {
    const sweep = of({ random: { trials: 1, 'risk.rebalance.band': { min: 0, max: 1, scale: 'linear' } } });
    const config = trialConfig(sweep, { params: { 'risk.rebalance.band': Float64Array.of(0.25) } }, 0);
    expect(config).toMatchObject({ risk: { rebalance: { band: 0.25 } } });
  });
  test('has values of a mixed column as they were given', () => {
    const sweep = of({ grid: { 'risk.stop_loss': [0.05, 'none', false] } });
    const params = { 'risk.stop_loss': ['0.05', 'none', 'false'] };
    expect([0, 1, 2].map((row) => (trialConfig(sweep, { params }, row) as unknown as { risk: object }).risk)).toEqual([
      { rebalance: 'on_change', stop_loss: 0.05 },
      { rebalance: 'on_change', stop_loss: 'none' },
      { rebalance: 'on_change', stop_loss: false },
    ]);
  });
});
