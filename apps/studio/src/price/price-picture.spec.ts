import { describe, expect, test } from '@jest/globals';
import { pricePicture } from './price-picture.js';

const SIZE = { width: 100, height: 10 };

describe('a picture of prices', () => {
  test('has the lowest low at its foot, the highest high at its head, and time from edge to edge', () => {
    const picture = pricePicture({ low: [1, 2, 3], high: [2, 3, 5], close: [1, 3, 4] }, SIZE);
    expect(picture).toEqual({
      line: 'M0.0 10.0L50.0 5.0L100.0 2.5',
      band: 'M0.0 7.5L50.0 5.0L100.0 0.0L100.0 5.0L50.0 7.5L0.0 10.0Z',
      lowest: 1,
      highest: 5,
    });
  });
  test('of one bar is a line across', () => {
    expect(pricePicture({ low: [1], high: [3], close: [2] }, SIZE)?.line).toBe('M0.0 5.0H100');
  });
  test('of a price that does not move has numbers in it', () => {
    expect(pricePicture({ low: [2, 2], high: [2, 2], close: [2, 2] }, SIZE)?.line).toBe('M0.0 10.0L100.0 10.0');
  });
  test('of nothing is none', () => {
    expect(pricePicture({ low: [], high: [], close: [] }, SIZE)).toBeUndefined();
  });
});
