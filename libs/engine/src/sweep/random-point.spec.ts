import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import type { GridPoint } from '@projecta/validation';
import { randomPoint } from './random-point.js';
import type { NormalizedRandomAxis } from './sweep-config.js';

interface Vectors {
  readonly random: Readonly<Record<string, NormalizedRandomAxis>>;
  readonly cases: readonly { readonly seed: number; readonly rows: readonly GridPoint[] }[];
}

const { random, cases } = readVectors<Vectors>(import.meta.url, 'sweep_draws.json');

describe('§8: draws of a random sweep', () => {
  test.each(cases)('of seed $seed are those that Python draws, row by row', ({ seed, rows }) => {
    const point = randomPoint({ trials: rows.length, ...random }, seed);
    rows.forEach((row, trial) => {
      const drawn = point(trial);
      expect(Object.keys(drawn)).toEqual(Object.keys(random).sort());
      for (const [path, value] of Object.entries(row)) {
        const isFree = path === 'risk.params.fraction'; // e^x, to the last digits of another libm
        if (isFree) expect(Math.abs((drawn[path] as number) / (value as number) - 1)).toBeLessThan(1e-15);
        else expect(drawn[path]).toBe(value);
      }
    });
  });
  test('depend on the row alone, not on the rows before or on how many there are', () => {
    const [some, more] = [randomPoint({ trials: 3, ...random }, 1), randomPoint({ trials: 300, ...random }, 1)];
    expect([some(2), some(0)]).toEqual([more(2), more(0)]);
    expect(some(1)).not.toEqual(some(0));
    expect(randomPoint({ trials: 3, ...random }, 2)(0)).not.toEqual(some(0));
  });
  test('stay within their ranges, ends included', () => {
    const point = randomPoint({ trials: 1, a: { min: 1, max: 3, step: 1, scale: 'log' }, b: { min: 0.3, max: 0.3, scale: 'log' } }, 3);
    const drawn = Array.from({ length: 200 }, (_, trial) => point(trial));
    expect(new Set(drawn.map(({ a }) => a))).toEqual(new Set([1, 2, 3]));
    expect(new Set(drawn.map(({ b }) => b))).toEqual(new Set([0.3]));
  });
});
