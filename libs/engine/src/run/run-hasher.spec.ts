import { expect, test } from '@jest/globals';
import { catalogueOf } from '../catalogue.js';
import { normalizeConfig } from '../config/normalize-config.js';
import { identityOf, runHashOf } from '../identity-of.js';
import { BASE } from '../testing/base-config.twin.js';
import { runHasher } from './run-hasher.js';

const builtIn = catalogueOf();
const parts = { data: { symbol: 'TEST', timeframe: '1d', bars: 3, data_hash: '0' }, catalogue: builtIn, builtIn, loaded: [] };

test('the hash of an identity is that of its canonical JSON, whatever parts it shares with those before', () => {
  const hashOf = runHasher();
  const config = normalizeConfig(BASE, builtIn);
  for (let fast = 2; fast < 9; fast++) {
    const trial = { ...config, seed: fast, strategy: { ...config.strategy, params: { ...config.strategy.params, fast, slow: 50 + fast } } };
    const identity = identityOf(trial, parts);
    expect(hashOf(identity)).toBe(runHashOf(identity));
  }
});
