import type { Blocks } from './blocks.js';

/** The equity curve of a resample from `first` on: one more value than returns; at 0 or less it stays at that value (E4). */
export function pathCurve(growth: Float64Array, { count, start, length }: Blocks, first: number, curve: Float64Array): void {
  let value = first;
  let t = 0;
  curve[t++] = value;
  for (let b = 0; b < count; b++) {
    const to = start[b]! + length[b]!;
    for (let i = start[b]!; i < to; i++) {
      if (value > 0) value *= growth[i]!;
      curve[t++] = value;
    }
  }
}
