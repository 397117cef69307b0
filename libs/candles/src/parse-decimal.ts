const POWERS_OF_TEN = Float64Array.from([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]);

const DOT = 46;
const MINUS = 45;
const PLUS = 43;

/**
 * The number written in decimal at text[start, end), correctly rounded, or NaN: sign, digits, point, exponent; nothing else is a number here.
 * Up to 15 digits are one exact integer over an exact power of ten, whose quotient is correctly rounded: no substring is made.
 */
export function parseDecimal(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const negative = first === MINUS;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = negative || first === PLUS ? start + 1 : start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9 || ++digits > 15) return parseSlowly(text.slice(start, end));
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0) return NaN;
  if (decimals > 0) value /= POWERS_OF_TEN[decimals]!;
  return negative ? -value : value;
}

/** Number() also takes hexadecimal, Infinity and the empty text. */
function parseSlowly(text: string): number {
  for (let i = 0; i < text.length; i++) if (!'0123456789.eE+-'.includes(text[i]!)) return NaN;
  return text === '' ? NaN : Number(text);
}
