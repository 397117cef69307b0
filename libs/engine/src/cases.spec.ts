import { describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256Hex, utf8 } from '@projecta/hashing';
import { caseNames, loadCase } from '@projecta/testing';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import type { RunConfig } from './config/run-config.js';
import { runBacktest } from './run-backtest.js';
import { differences, type ExpectedRun } from './testing/case-differences.js';

const IMPLEMENTED = ['permutation'];

describe('the cases of an independent implementation', () => {
  test.each(caseNames())('%s', async (name) => {
    const { config: submitted, candles, expected } = loadCase<ExpectedRun>(name);
    const config = submitted as unknown as RunConfig;
    if (config.strategy.name === 'rules') return;

    const normal = normalizeConfig(config, catalogueOf());
    expect(normal).toEqual(expected.config);
    expect(sha256Hex(utf8(canonicalJson(normal)))).toBe(expected.config_hash);

    const validation = Object.fromEntries(Object.entries(config.validation ?? {}).filter(([method]) => IMPLEMENTED.includes(method)));
    const permutes = 'permutation' in validation && !('walk_forward' in (config.validation ?? {}));
    const run = await runBacktest({ config: { ...config, validation: permutes ? validation : {} }, candles });
    expect(differences(run, expected, permutes)).toEqual([]);
  });
});
