import { describe, expect, test } from '@jest/globals';
import { checkParams } from '@projecta/plugin';
import { fixed_fraction } from './fixed-fraction.js';
import { weightsOf } from './weights-of.twin.js';

describe('fixed_fraction', () => {
  test('is direction times fraction at every bar, the first included', () => {
    const params = { fraction: 0.25 };
    expect(weightsOf(fixed_fraction, { close: [1, 2], params })).toEqual([0.25, 0.25]);
    expect(weightsOf(fixed_fraction, { close: [1], params, direction: -1 })).toEqual([-0.25]);
    expect(weightsOf(fixed_fraction, { close: [1], params, direction: 0.5 })).toEqual([0.125]);
  });

  test('invests everything by default', () => {
    expect(weightsOf(fixed_fraction, { close: [1] })).toEqual([1]);
  });

  test('takes a fraction above 0 and at most 1', () => {
    const codes = (fraction: number) => checkParams(fixed_fraction.params, { fraction }, '').problems.map(({ code }) => code);
    expect(codes(1)).toEqual([]);
    expect(codes(Number.MIN_VALUE)).toEqual([]);
    expect(codes(0)).toEqual(['OUT_OF_RANGE']);
    expect(codes(1.0000000000000002)).toEqual(['OUT_OF_RANGE']);
  });
});
