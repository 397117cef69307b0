import { randomStream } from '@projecta/random';

export interface Noise {
  readonly trials: number;
  readonly bars: number;
  readonly seed?: number;
  readonly mean?: number;
}

/** Columns of normal noise. */
export function noiseColumns({ trials, bars, seed = 1, mean = 0 }: Noise): Float64Array[] {
  const { normal } = randomStream(seed, 'test_noise', 0);
  return Array.from({ length: trials }, () => Float64Array.from({ length: bars }, () => mean + normal()));
}
