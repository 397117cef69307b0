import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gatherTails } from './gather-tails.js';
import { tailsOf } from './tails-of.js';

const ascending = (values: Iterable<number>): number[] => Float64Array.from(values).sort() as unknown as number[];

// Longer than what is sampled, in the orders and with the ties that mislead a sample.
const N = 5003;
const COLUMNS: readonly (readonly [string, (i: number) => number])[] = [
  ['shuffled', (i) => ((i * 7919) % N) - N / 2],
  ['ascending', (i) => i],
  ['descending', (i) => -i],
  ['nearly all 0', (i) => (i % 40 === 0 ? (i % 80) - 40 : 0)],
  ['all the same', () => 0.25],
  ['of the sample’s own rhythm', (i) => (Math.floor(i % (N / 512)) === 0 ? -1 : i)],
  ['calm, then wild', (i) => ((i * 7919) % N) * (i < N / 2 ? 1e-6 : 1) - N / 2],
];

test.each(COLUMNS)('of %s values both ends hold the outermost ones', (_name, value) => {
  const values = Float64Array.from({ length: N }, (_, i) => value(i));
  const least = 252;
  const { lower, upper } = gatherTails(values, least, new Float64Array(N));
  const sorted = ascending(values);
  expect(lower.length).toBeGreaterThanOrEqual(least);
  expect(upper.length).toBeGreaterThanOrEqual(least);
  expect(ascending(lower)).toEqual(ascending(sorted.slice(0, lower.length)));
  expect(ascending(upper)).toEqual(ascending(sorted.slice(N - upper.length)));
});

test('of values in disorder only the ends are gathered', () => {
  const values = Float64Array.from({ length: N }, (_, i) => (i * 7919) % N);
  const { lower, upper } = gatherTails(values, 252, new Float64Array(N));
  expect(lower.length + upper.length).toBeLessThan(0.25 * N);
});

test('tails do not depend on the order of the returns', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 50 }), (n, levels) => {
      const returns = Float64Array.from({ length: n }, (_, i) => ((((i * 7919) % 6007) % (levels * 120)) - 60 * levels) / 1000);
      expect(tailsOf(returns, new Float64Array(n))).toEqual(tailsOf(returns.toSorted(), new Float64Array(n)));
    }),
    { numRuns: 60 },
  );
});
