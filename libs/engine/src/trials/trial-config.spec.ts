import { describe, expect, test } from '@jest/globals';
import { catalogueOf } from '../catalogue.js';
import { normalizeConfig } from '../config/normalize-config.js';
import { baseWith } from '../testing/base-config.twin.js';
import { trialConfig, trialPath } from './trial-config.js';

const catalogue = catalogueOf();
const base = normalizeConfig(baseWith('/validation', { permutation: { trials: 3 } }), catalogue);

describe('a trial’s config', () => {
  test('is the normal form of the config that its full run would be given', () => {
    const same = (point: Record<string, number | boolean>, pointer: string, value: unknown) => {
      const { config } = trialConfig(base, point, catalogue);
      expect(config).toEqual({ ...normalizeConfig(baseWith(pointer, value), catalogue), validation: base.validation });
    };
    same({ fast: 3 }, '/strategy/params', { fast: 3, slow: 15 });
    same({ fast: 3, slow: 4, long_only: true }, '/strategy/params', { fast: 3, slow: 4, long_only: true });
    same({ 'risk.params.fraction': 0.25 }, '/risk', { params: { fraction: 0.25 } });
    same({ 'risk.rebalance.band': 0.1 }, '/risk', { rebalance: { band: 0.1 } });
    same({ 'execution.fee_bps': 7 }, '/execution', { fee_bps: 7 });
    same({ 'strategy.params.fast': 3 }, '/strategy/params', { fast: 3, slow: 15 });
  });
  test('tells all that is wrong with it', () => {
    expect(trialConfig(base, { fast: 0, slow: 1.5 }, catalogue).problems.map(({ path }) => path)).toEqual([
      '/strategy/params/fast',
      '/strategy/params/slow',
    ]);
    expect(trialConfig(base, { fast: 15 }, catalogue)).toMatchObject({ config: undefined, problems: [{ code: 'OUT_OF_RANGE' }] });
    expect(
      trialConfig(base, { 'risk.params.fraction': 2, 'execution.fee': 1 }, catalogue)
        .problems.map(({ code }) => code)
        .sort(),
    ).toEqual(['OUT_OF_RANGE', 'UNKNOWN_KEY']);
  });
  test('leaves the base as it was', () => {
    const before = JSON.stringify(base);
    trialConfig(base, { 'risk.params.fraction': 0.25, fast: 2 }, catalogue);
    expect(JSON.stringify(base)).toBe(before);
  });
  test('a bare name means strategy.params', () => {
    expect(trialPath('fast')).toEqual(['strategy', 'params', 'fast']);
    expect(trialPath('risk.stop_loss')).toEqual(['risk', 'stop_loss']);
  });
});
