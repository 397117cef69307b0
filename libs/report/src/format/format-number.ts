/** What stands where a number does not exist. */
export const NO_VALUE = '—';

const MINUS = '\u2212';

/** A number with a fixed count of decimals, thousands in commas and a true minus sign; `—` when it is not finite. No locale. */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  const magnitude = Math.abs(value);
  if (magnitude >= 1e15) return sign(value) + magnitude.toExponential(3).replace('e+', 'e');
  const digits = magnitude.toFixed(decimals);
  const [whole, fraction] = digits.split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = !/[1-9]/.test(digits);
  return (isZero ? '' : sign(value)) + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** Like formatNumber, with a plus sign before what is above 0. */
export function formatSigned(value: number, decimals = 2): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** About `digits` significant digits: as many decimals as the magnitude leaves over, for prices and ratios of any size. */
export function formatSignificant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  if (value === 0) return '0';
  const exponent = decimalExponent(value);
  if (exponent < -7)
    return (
      sign(value) +
      Math.abs(value)
        .toExponential(digits - 1)
        .replace('e-', `e${MINUS}`)
    );
  return formatNumber(value, Math.min(12, Math.max(0, digits - 1 - exponent)));
}

/** floor(log10 |value|), exactly, from the number's own decimal digits. */
export function decimalExponent(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Number(value.toExponential().split('e')[1]);
}

function sign(value: number): string {
  return value < 0 ? MINUS : '';
}
