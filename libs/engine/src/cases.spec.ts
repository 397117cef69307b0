import { describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256Hex, utf8 } from '@projecta/hashing';
import { caseNames, loadCase } from '@projecta/testing';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import type { RunConfig } from './config/run-config.js';
import { runBacktest } from './run-backtest.js';
import { differences, type ExpectedRun } from './testing/case-differences.js';
import { METHODS } from './testing/validation-differences.js';

describe('the cases of an independent implementation', () => {
  test.each(caseNames())('%s', async (name) => {
    const { config: submitted, candles, expected } = loadCase<ExpectedRun>(name);
    const config = submitted as unknown as RunConfig;

    const normal = normalizeConfig(config, catalogueOf());
    expect(normal).toEqual(expected.config);
    expect(sha256Hex(utf8(canonicalJson(normal)))).toBe(expected.config_hash);

    const asked = Object.entries(config.validation ?? {}).filter(([method]) => method in METHODS);
    const run = await runBacktest({ config: { ...config, validation: Object.fromEntries(asked) }, candles });
    expect(Object.keys(run.validation).sort()).toEqual(asked.map(([method]) => method).sort());
    expect(differences(run, expected)).toEqual([]);
  });
});
