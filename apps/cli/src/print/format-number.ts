/** What stands where there is no value. */
export const NO_VALUE = '—';

/** A number with `decimals` digits after the point and commas between thousands. */
export function formatNumber(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  if (fixed.includes('e')) return fixed; // 1e21 and beyond
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /^-[0.]+$/.test(text) ? text.slice(1) : text; // no minus before a rounded zero
}

/** A share as per cent, with two decimals. */
export function formatPercent(share: number): string {
  return `${formatNumber(share * 100, 2)} %`;
}

/** As it is, with a plus before what is above zero. */
export function signed(text: string): string {
  return /^\d/.test(text) && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Milliseconds in the two largest units that matter: `3 d 4 h`. */
export function formatDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days >= 10) return `${formatNumber(days, 0)} d`;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
