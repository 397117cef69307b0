import type { RangeColumns } from './true-range.js';

/** (high + low + close)/3 of bar t. */
export function typicalPrice({ high, low, close }: RangeColumns, t: number): number {
  return (high[t]! + low[t]! + close[t]!) / 3;
}
