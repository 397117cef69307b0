import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimalSteps } from './decimal-steps.js';

const all = (a: string, b: string, step: string): number[] | undefined => {
  const steps = decimalSteps(a, b, step);
  return steps && Array.from({ length: steps.count }, (_, i) => steps.value(i));
};

describe('decimal steps', () => {
  test('are the doubles next to the decimals, b included', () => {
    expect(all('0', '1', '0.1')).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(all('5', '50', '5')).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(all('-0.3', '0.3', '0.15')).toEqual([-0.3, -0.15, 0, 0.15, 0.3]);
    expect(all('1e-3', '2.5E-3', '5e-4')).toEqual([0.001, 0.0015, 0.002, 0.0025]);
    expect(all('7', '7', '3')).toEqual([7]);
    expect(all('100', '3e2', '1E2')).toEqual([100, 200, 300]);
  });
  test('end at the last step before a b that they do not reach', () => {
    expect(all('5', '52', '20')).toEqual([5, 25, 45]);
    expect(all('0', '0.29', '0.1')).toEqual([0, 0.1, 0.2]);
  });
  test('reach b at any size', () => {
    const digits = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e5 }), fc.nat(400), digits, (a, step, count, places) => {
        const text = (whole: number): string => (whole / 10 ** places).toFixed(places);
        const values = all(text(a), text(a + count * step), text(step))!;
        expect(values).toEqual(Array.from({ length: count + 1 }, (_, i) => Number(text(a + i * step)) + 0));
      }),
    );
  });
  test('have no values where b is below a or the step is not above 0', () => {
    for (const [a, b, step] of [
      ['5', '4', '1'],
      ['5', '9', '0'],
      ['9', '5', '-1'],
    ] as const)
      expect(all(a, b, step)).toEqual([]);
  });
  test('are none for what is no decimal number', () => {
    for (const bad of ['', 'x', '1.', '.5', '0x10', '1e999', 'Infinity', '1_000', '9'.repeat(41)]) {
      expect(decimalSteps(bad, '9', '1')).toBeUndefined();
      expect(decimalSteps('1', bad, '1')).toBeUndefined();
      expect(decimalSteps('1', '9', bad)).toBeUndefined();
    }
  });
});
