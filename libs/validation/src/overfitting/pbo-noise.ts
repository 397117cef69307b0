import { quantile } from '@projecta/numeric';
import { randomStream } from '@projecta/random';
import { blockSums, putTrial } from './block-sums.js';
import { cscv } from './cscv.js';

export interface NoiseShape {
  readonly seed: number;
  /** N: trials of the search. */
  readonly trials: number;
  /** T: returns of each. */
  readonly bars: number;
  /** S. */
  readonly blocks: number;
}

/** How many matrices of noise the band is read off (E9). */
export const NOISE_MATRICES = 200;

/** Normals drawn between two pauses: some 5 ms. */
const PAUSE = 250_000;

/**
 * The PBO of a search among N trials of T returns that are pure noise: matrix `matrix`, drawn column by column (E9).
 * One matrix by itself, so that matrices can be made anywhere and in any order. Yields the share done where a caller may pause.
 */
export function* pboOfNoise({ seed, trials, bars, blocks }: NoiseShape, matrix: number): Generator<number, number, void> {
  const { normals } = randomStream(seed, 'pbo_noise', matrix);
  const column = new Float64Array(bars);
  const sums = blockSums({ bars, blocks, trials });
  const stride = Math.max(1, Math.floor(PAUSE / bars));
  for (let trial = 0; trial < trials; trial++) {
    normals(column);
    putTrial(sums, trial, column);
    if (trial % stride === stride - 1) yield (0.5 * trial) / trials;
  }
  const steps = cscv(sums);
  let step = steps.next();
  while (!step.done) {
    yield 0.5 + 0.5 * step.value;
    step = steps.next();
  }
  return step.value.pbo;
}

/** The band in which 90 of 100 searches among noise come out: 5 and 95 % quantiles (type 7). */
export function noiseBand(pbos: readonly number[]): { readonly low: number; readonly high: number } {
  return { low: quantile(pbos, 0.05), high: quantile(pbos, 0.95) };
}
