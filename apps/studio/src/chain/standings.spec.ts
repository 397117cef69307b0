import { expect, test } from '@jest/globals';
import type { ChainVerification } from '@projecta/client';
import { standings } from './standings.js';

type Finding = ChainVerification['differences'][number];

const finding = (sequence: number | null): Finding => ({ sequence, run_hash: 'ab', check: 'chain', message: `of ${sequence}` });
const verification = (differences: Finding[], breaks = differences.length): ChainVerification => ({
  ...{ ok: breaks === 0, entries: 9, head: null, broken_at: differences[0]?.sequence ?? null, breaks, differences },
});

test('a block is broken where the check found something, with all that it found, and the rest is whole', () => {
  const of = standings(verification([finding(4), finding(4), finding(7), finding(null)]));
  expect([3, 4, 5, 7, 9].map((sequence) => of(sequence).state)).toEqual(['whole', 'broken', 'whole', 'broken', 'whole']);
  expect(of(4).findings).toHaveLength(2);
});

test('where not every finding is listed, nothing is said of the blocks behind the list', () => {
  const of = standings(verification([finding(4), finding(7)], 3));
  expect([5, 7, 8].map((sequence) => of(sequence).state)).toEqual(['whole', 'broken', 'unknown']);
});

test('findings of lost blocks that are left out say nothing against the blocks that are there', () => {
  const of = standings(verification([finding(4), finding(null)], 3));
  expect(of(9).state).toBe('whole');
});
