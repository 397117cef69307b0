// Looked up once: where globals are intercepted (a vm context, as under Jest) each `Math.` in these loops costs some 0.3 µs.
export const { abs, floor, imul, max, min } = Math;

/** A bijective scramble of 32 bits: xor-shifts and multiplications whose constants were found by search (C. Wellons, "lowbias32"). */
export function mix(x: number): number {
  let bits = x ^ (x >>> 16);
  bits = imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = imul(bits, 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Draw number `counter` (any integer, taken modulo 2^32) of the stream `key`, an unsigned 32-bit integer. */
export function draw(key: number, counter: number): number {
  return mix(mix(counter >>> 0) ^ key);
}

/** Uniform on [−1, 1) from 32 bits. */
export function symmetric(bits: number): number {
  return bits / 2_147_483_648 - 1;
}

/** Near-normal, mean 0 and deviation 1, within ±3.45: the sum of the four bytes. */
export function bell(bits: number): number {
  return ((bits >>> 24) + ((bits >>> 16) & 255) + ((bits >>> 8) & 255) + (bits & 255) - 510) / 148;
}

/** To two decimals, halves up. */
export function roundToTick(price: number): number {
  return floor(price * 100 + 0.5) / 100;
}

/** 1000·(1 + x/64)^64, near 1000·e^x in plain multiplications, rounded to two decimals and at least 1. */
export function testPrice(x: number): number {
  let power = 1 + x / 64;
  power *= power;
  power *= power;
  power *= power;
  power *= power;
  power *= power;
  power *= power;
  return max(1, roundToTick(1000 * power));
}

/** 2^exponent for an exponent of 0 … 30. */
export function powerOfTwo(exponent: number): number {
  return 1 << exponent;
}
