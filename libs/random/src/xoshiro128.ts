import { below, next, normal, uniform } from './draws.js';
import { blockStarts, indices, normals, shuffle } from './many-draws.js';

/** A generator of random numbers that has its own state and shares nothing. */
export interface RandomStream {
  /** The next output: an integer 0 … 2^32 − 1. */
  next(): number;
  /** A real in [0, 1), a multiple of 2^-53; takes two outputs. */
  uniform(): number;
  /** An unbiased integer 0 … m − 1, m from 1 to 2^53 − 1; takes mostly one output where m <= 2^21, two above. */
  below(m: number): number;
  /** Fills `out` with integers 0 … m − 1: `below(m)` for each in turn, at a third of the cost. */
  indices(m: number, out: Int32Array | Uint32Array): void;
  /** Puts the items in random order, in place: one `below(i + 1)` for each i from the end down to 1, at half the cost. */
  shuffle(items: Int32Array | Uint32Array): void;
  /**
   * The blocks of a stationary resample of n positions (Politis & Romano 1994): position 0 takes `below(n)`; each later one draws an output and, where
   * it is below the threshold, begins a block at `below(n)`. Writes where each block begins, in the sample and in the values; answers how many there are.
   */
  blockStarts(n: number, threshold: number, index: Int32Array, position: Int32Array): number;
  /** A standard normal, by inversion of one uniform. */
  normal(): number;
  /** Fills `out` with standard normals: `normal()` for each in turn, at two thirds of the cost. */
  normals(out: Float64Array): void;
}

/**
 * xoshiro128++ 1.0 (Blackman & Vigna 2021) from a state of four 32-bit words.
 * The all-zero state, which would stay zero for ever, is taken as 1, 0, 0, 0.
 */
export function xoshiro128(words: readonly [number, number, number, number]): RandomStream {
  const state = Int32Array.of(...words);
  if ((state[0]! | state[1]! | state[2]! | state[3]!) === 0) state[0] = 1;
  // The work is done by functions of the module: V8 inlines those in every stream, which it does not for functions made anew a stream (5–6 ns a draw against 7–16).
  return {
    next: () => next(state),
    uniform: () => uniform(state),
    below: (m) => below(state, m),
    indices: (m, out) => indices(state, m, out),
    shuffle: (items) => shuffle(state, items),
    blockStarts: (n, threshold, index, position) => blockStarts(state, n, threshold, index, position),
    normal: () => normal(state),
    normals: (out) => normals(state, out),
  };
}
