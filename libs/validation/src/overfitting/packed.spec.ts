import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockSums, putTrial } from './block-sums.js';
import { drive } from './drive.twin.js';
import { blockSumsWidth, packBlockSums, unpackBlockSums } from './packed-block-sums.js';
import { mergeSnooping, packSnooping, snoopingWidth } from './packed-snooping.js';
import { enterTrials, snoopingAnswer, snoopingTest } from './snooping-test.js';

const aTrial = fc.float64Array({ min: -0.1, max: 0.1, noNaN: true, minLength: 12, maxLength: 12 });
const someTrials = fc.array(aTrial, { minLength: 1, maxLength: 6 });

describe('packed', () => {
  test('block sums, put into another table, are those of the trial itself', () => {
    fc.assert(
      fc.property(someTrials, fc.constantFrom(2, 4, 6), (trials, blocks) => {
        const shape = { bars: 12, blocks };
        const direct = blockSums({ ...shape, trials: trials.length });
        const through = blockSums({ ...shape, trials: trials.length });
        const one = blockSums({ ...shape, trials: 1 });
        const row = new Float64Array(3 + blockSumsWidth(blocks));
        for (const [trial, returns] of [...trials.entries()].reverse()) {
          putTrial(direct, trial, returns);
          putTrial(one, 0, returns);
          packBlockSums(one, row, 3);
          unpackBlockSums(through, trial, row, 3);
        }
        expect(through).toEqual(direct);
      }),
    );
  });
  test('tests of some trials each, merged in any order, are the test of all of them', () => {
    fc.assert(
      fc.property(someTrials, fc.nat(5), fc.boolean(), (trials, cut, isReversed) => {
        const options = { seed: 7, samples: 9, bars: 12, blockLength: 2 };
        const whole = snoopingTest(options);
        drive(enterTrials(whole, trials));
        const merged = snoopingTest(options);
        const parts = [trials.slice(0, cut), trials.slice(cut)].filter(({ length }) => length > 0);
        for (const part of isReversed ? parts.reverse() : parts) {
          const test = snoopingTest(options);
          drive(enterTrials(test, part));
          const row = new Float64Array(1 + snoopingWidth(9));
          packSnooping(test, row, 1);
          mergeSnooping(merged, row, 1);
        }
        expect(merged).toEqual(whole);
        expect(snoopingAnswer(merged)).toEqual(snoopingAnswer(whole));
      }),
    );
  });
});
