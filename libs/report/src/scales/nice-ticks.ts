import { decimalExponent } from '../format/format-number.js';

/** The smallest of 1, 2, 2.5, 5 times a power of ten that cuts a span into at most `count` steps. Of no span it is 1. */
export function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = decimalExponent(rough);
  for (const mantissa of [1, 2, 2.5, 5, 10]) {
    const step = Number(`${mantissa}e${power}`);
    if (step >= rough * (1 - 1e-9)) return step;
  }
  return Number(`1e${power + 1}`);
}

/** Multiples of a nice step that lie in [low, high], ascending: round numbers, 0 among them when it is inside. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks: number[] = [];
  for (let k = first; k <= last && ticks.length <= 4 * count; k++) ticks.push(multiple(k, step));
  return ticks;
}

/** k·step as the decimal number it stands for: 3 · 0.1 is 0.3. */
function multiple(k: number, step: number): number {
  return k === 0 ? 0 : Number((k * step).toPrecision(12));
}
