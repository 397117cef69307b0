import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { directionsOf } from '../directions-of.twin.js';
import { rules } from '../rules.js';
import { markets, ruleSets } from './rules-arbitrary.twin.js';
import { directionsWritten, textOf, type Written } from './written-rules.twin.js';

type RuleSet = typeof ruleSets extends fc.Arbitrary<infer R> ? R : never;

function paramsOf(set: RuleSet): Record<string, string> {
  const written = Object.entries(set).filter((one): one is [string, Written] => one[1] !== undefined);
  return Object.fromEntries(written.map(([name, rule]) => [name, textOf(rule)]));
}

describe('rules over columns', () => {
  test('give the directions of an interpreter that goes bar by bar', () => {
    const seen = new Map<number, number>();
    fc.assert(
      fc.property(ruleSets, markets, (set, candles) => {
        const directions = Array.from(directionsOf(rules, candles, paramsOf(set)));
        expect(directions).toEqual(directionsWritten(set, candles));
        for (const one of directions) seen.set(one, (seen.get(one) ?? 0) + 1);
      }),
      { seed: 51, numRuns: 2000 },
    );
    for (const direction of [1, -1, 0, NaN]) expect(seen.get(direction)).toBeGreaterThan(500); // they agree on more than silence
  });

  test('know only the past: a prefix of the bars gives the prefix of the directions', () => {
    fc.assert(
      fc.property(ruleSets, markets, fc.nat(), (set, candles, cut) => {
        const n = candles.close.length === 0 ? 0 : cut % candles.close.length;
        const prefix = Object.fromEntries(Object.entries(candles).map(([name, column]) => [name, (column as Float64Array).slice(0, n)]));
        const params = paramsOf(set);
        const directions = directionsOf(rules, prefix as unknown as typeof candles, params);
        expect(directions).toEqual(directionsOf(rules, candles, params).slice(0, n));
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  test('work in any memory: scratch columns may hold anything', () => {
    fc.assert(
      fc.property(ruleSets, markets, (set, candles) => {
        const params = paramsOf(set);
        expect(directionsOf(rules, candles, params, (length) => new Float64Array(length).fill(1e9))).toEqual(
          directionsOf(rules, candles, params),
        );
      }),
      { seed: 53, numRuns: 100 },
    );
  });
});
