/** The numbers a, a + step, a + 2·step … up to b, as the decimals they are written as. */
export interface DecimalSteps {
  readonly count: number;
  value(index: number): number;
}

interface Decimal {
  /** All digits with their sign, without the point. */
  readonly digits: string;
  /** Digits after the point. */
  readonly scale: number;
}

const DECIMAL = /^([+-]?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const LONGEST = 40;

/**
 * Steps through decimals without rounding on the way: 0:1:0.1 has 0.3, where three additions of the double 0.1 give 0.30000000000000004.
 * Each value is the double next to the decimal. Undefined where one of the texts is no decimal number of up to 40 characters.
 * A step that is not above 0 or an end before the start gives no values.
 */
export function decimalSteps(a: string, b: string, step: string): DecimalSteps | undefined {
  const parts = [decimalOf(a), decimalOf(b), decimalOf(step)];
  if (!parts.every((part) => part !== undefined)) return undefined;
  const scale = Math.max(0, ...parts.map((part) => part.scale));
  const [from, to, by] = parts.map(({ digits, scale: own }) => BigInt(digits + '0'.repeat(scale - own))) as [bigint, bigint, bigint];
  const empty = by <= 0n || to < from;
  return {
    count: empty ? 0 : Number((to - from) / by) + 1,
    value: (index) => Number(`${from + BigInt(index) * by}e-${scale}`),
  };
}

function decimalOf(text: string): Decimal | undefined {
  const match = text.length <= LONGEST ? DECIMAL.exec(text.trim()) : null;
  if (match === null || !Number.isFinite(Number(text))) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  return { digits: whole + fraction, scale: fraction.length - Number(exponent) };
}
