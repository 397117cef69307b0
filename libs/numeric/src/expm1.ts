import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './ln2.js';
import { powerOfTwo } from './power-of-two.js';

/**
 * e^x − 1 without cancellation near 0, in plain arithmetic, the same bits in every engine; below 1 ulp.
 * After fdlibm's s_expm1.c (Sun 1993).
 */
export function expm1(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < 5.5e-17) return x;
  if (x > 709.79) return Infinity;
  if (x < -38.9) return -1;
  const k = Math.abs(x) < 0.34657359027997264 ? 0 : Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH; // exact
  const low = k * LN2_LOW;
  const r = high - low;
  const half = 0.5 * r;
  const square = r * half;
  const p = 1 + square * kernel(square);
  const t = 3 - p * half;
  const e = square * ((p - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  const lost = high - r - low;
  return unreduce(r, r * (e - lost) - lost - square, k);
}

/** 2^k·(1 + r − e) − 1, the terms added so that the larger ones cancel first. */
function unreduce(r: number, e: number, k: number): number {
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k === 1024) return (1 - (e - r)) * 2 * powerOfTwo(1023) - 1;
  if (k <= -2 || k > 56) return (1 - (e - r)) * powerOfTwo(k) - 1;
  if (k < 20) return (1 - powerOfTwo(-k) - (e - r)) * powerOfTwo(k);
  return (r - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}

/** fdlibm's polynomial of 6/r·((e^r + 1)/(e^r − 1) − 2/r) − 1 in r²/2. */
function kernel(z: number): number {
  return (
    -3.33333333333331316428e-2 +
    z * (1.58730158725481460165e-3 + z * (-7.93650757867487942473e-5 + z * (4.00821782732936239552e-6 + z * -2.01099218183624371326e-7)))
  );
}
