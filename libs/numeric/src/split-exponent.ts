import { highWord, withHighWord } from './float-bits.js';

/** The upper word of √½, from which mantissas are counted, and of 1. */
const SQRT_HALF = 0x3fe6a09e;
const ONE = 0x3ff00000;

/** The k of x = m·2^k with m in [√½, √2), for a positive normal x. */
export function exponentOf(x: number): number {
  return ((highWord(x) + (ONE - SQRT_HALF)) >> 20) - 1023;
}

/** The m of x = m·2^k in [√½, √2), for a positive normal x: the same bits with another exponent. */
export function mantissaOf(x: number): number {
  return withHighWord(x, ((highWord(x) + (ONE - SQRT_HALF)) & 0xfffff) + SQRT_HALF);
}
