import { expect, test } from '@jest/globals';
import { randomStream } from '@projecta/random';
import { drive } from './drive.twin.js';
import { naiveCscv } from './naive-search.twin.js';
import { NOISE_MATRICES, noiseBand, pboOfNoise } from './pbo-noise.js';

const shape = { seed: 9, trials: 6, bars: 37, blocks: 6 };

test('E9: a matrix is N×T normals, purpose "pbo_noise", trial = matrix, drawn column by column', () => {
  for (const matrix of [0, 1, 7, 199]) {
    const { normal } = randomStream(9, 'pbo_noise', matrix);
    const columns = Array.from({ length: 6 }, () => Array.from({ length: 37 }, normal));
    expect(drive(pboOfNoise(shape, matrix))).toBe(naiveCscv(columns, 6).pbo);
  }
});
test('E9: the band is read off 200 matrices, at 5 and 95 %', () => {
  expect(NOISE_MATRICES).toBe(200);
  const { low, high } = noiseBand(Array.from({ length: 101 }, (_, i) => (i * 37) % 101));
  expect([low, high]).toEqual([5, 95]);
});
test('matrices can be made in any order, and depend on the seed', () => {
  const pbos = (matrices: number[], seed = 9) => new Map(matrices.map((matrix) => [matrix, drive(pboOfNoise({ ...shape, seed }, matrix))]));
  expect(pbos([3, 1, 2])).toEqual(new Map([...pbos([1, 2, 3])].sort(([a], [b]) => [3, 1, 2].indexOf(a) - [3, 1, 2].indexOf(b))));
  expect([...pbos([1, 2, 3, 4], 10).values()]).not.toEqual([...pbos([1, 2, 3, 4]).values()]);
});
test('§9: of noise with even N it averages 0.5', () => {
  const pbos = Array.from({ length: 400 }, (_, matrix) => drive(pboOfNoise({ seed: 3, trials: 8, bars: 40, blocks: 6 }, matrix)));
  const mean = pbos.reduce((sum, pbo) => sum + pbo, 0) / 400;
  const deviation = Math.sqrt(pbos.reduce((sum, pbo) => sum + (pbo - mean) ** 2, 0) / 399);
  expect(Math.abs(mean - 0.5)).toBeLessThan((3.5 * deviation) / 20);
  expect(deviation).toBeGreaterThan(0.15); // one matrix alone says little
});
test('rests while it draws', () => {
  let rests = 0;
  for (const share of pboOfNoise({ seed: 1, trials: 2, bars: 300_000, blocks: 2 }, 0)) if (share < 0.5) rests++;
  expect(rests).toBeGreaterThanOrEqual(2);
});
