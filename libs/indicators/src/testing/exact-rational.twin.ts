/** A finite double as mantissa·2^exponent. */
function parts(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = field === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: value < 0 ? -magnitude : magnitude, exponent: Math.max(field, 1) - 1075 };
}

/** Values as whole numbers of 2^exponent. */
function onOneGrid(values: readonly number[]): { readonly whole: bigint[]; readonly exponent: number } {
  const all = values.map(parts);
  const exponent = Math.min(...all.map((one) => (one.mantissa === 0n ? Infinity : one.exponent)));
  return { whole: all.map((one) => (one.mantissa === 0n ? 0n : one.mantissa << BigInt(one.exponent - exponent))), exponent };
}

/** numerator/denominator·2^exponent, correctly rounded (normal range). */
function rounded(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  // Enough to leave 64 bits or more of the quotient.
  const shift = Math.max(0, 66 + bits(denominator) - bits(numerator));
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  // The last bit stands for everything cut off, so that the one rounding of Number() is the right one.
  const sticky = quotient * denominator === scaled ? 0n : numerator < 0n ? -1n : 1n;
  let value = Number(quotient * 2n + sticky);
  for (let power = exponent - shift - 1; power !== 0; power += power < 0 ? 1 : -1) value *= power < 0 ? 0.5 : 2;
  return value;
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

/** The correctly rounded mean, in whole numbers of any length. */
export function exactMeanOf(values: readonly number[]): number {
  const { whole, exponent } = onOneGrid(values);
  const sum = whole.reduce((a, b) => a + b, 0n);
  return rounded(sum, BigInt(values.length), exponent);
}

/** The variance to the last bits: (nΣx² − (Σx)²)/(n(n − ddof)) in whole numbers of any length. */
export function exactVarianceOf(values: readonly number[], ddof: 0 | 1): number {
  const { whole, exponent } = onOneGrid(values);
  const n = BigInt(values.length);
  const sum = whole.reduce((a, b) => a + b, 0n);
  const squares = whole.reduce((a, b) => a + b * b, 0n);
  return rounded(n * squares - sum * sum, n * (n - BigInt(ddof)), 2 * exponent);
}
