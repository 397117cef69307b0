import { describe, expect, test } from '@jest/globals';
import { steered } from './steered.js';

describe('steering the bars in sight', () => {
  test('all is every bar', () => {
    expect(steered({ from: 10, to: 20 }, 'all', 100)).toEqual({ from: -0.5, to: 99.5 });
  });
  test('in and out keep the middle', () => {
    expect(steered({ from: 20, to: 60 }, 'in', 100)).toEqual({ from: 30, to: 50 });
    expect(steered({ from: 30, to: 50 }, 'out', 100)).toEqual({ from: 20, to: 60 });
  });
  test('in ends at five bars, out at all of them', () => {
    expect(steered({ from: 10, to: 14 }, 'in', 100)).toEqual({ from: 9.5, to: 14.5 });
    expect(steered({ from: 0, to: 90 }, 'out', 100)).toEqual({ from: -5, to: 95 });
  });
  test('back and forward go a fifth', () => {
    expect(steered({ from: 40, to: 60 }, 'back', 100)).toEqual({ from: 36, to: 56 });
    expect(steered({ from: 40, to: 60 }, 'forward', 100)).toEqual({ from: 44, to: 64 });
  });
  test('the middle stays among the bars', () => {
    expect(steered({ from: -10, to: 10 }, 'back', 100)).toEqual({ from: -10, to: 10 });
    expect(steered({ from: 89, to: 109 }, 'forward', 100)).toEqual({ from: 89, to: 109 });
  });
});
