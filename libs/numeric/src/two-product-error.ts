const SPLIT = 134_217_729; // 2^27 + 1

/**
 * What rounding took from a·b when it gave `product`, exactly (Dekker 1971, Veltkamp's splitting).
 * Exact while a·b neither overflows nor loses bits below 2^-1022 and |a|, |b| < 2^995.
 */
export function twoProductError(a: number, b: number, product: number): number {
  const aScaled = SPLIT * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLIT * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
