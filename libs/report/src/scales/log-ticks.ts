import { decimalExponent } from '../format/format-number.js';
import { niceTicks } from './nice-ticks.js';

/** Ticks of a logarithmic axis in [low, high], low > 0: powers of ten with as many mantissas between as fit into `count`; linear ones where a decade is not spanned well. */
export function logTicks(low: number, high: number, count: number): readonly number[] {
  for (const mantissas of [[1, 1.5, 2, 3, 4, 5, 6, 8], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(low, high, mantissas, 1);
    if (ticks.length <= count) return ticks.length >= 3 ? ticks : niceTicks(low, high, count).filter((tick) => tick > 0);
  }
  const spanned = decimalExponent(high) - decimalExponent(low);
  return decades(low, high, [1], Math.ceil(spanned / count));
}

function decades(low: number, high: number, mantissas: readonly number[], every: number): number[] {
  const ticks: number[] = [];
  for (let power = decimalExponent(low); power <= decimalExponent(high); power++) {
    if (power % every !== 0) continue;
    for (const mantissa of mantissas) {
      const tick = Number(`${mantissa}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
