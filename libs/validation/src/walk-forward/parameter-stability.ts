import type { GridPoint } from './grid-points.js';

/** Of each parameter, the share of folds that chose its most frequent value (E8): 1 where every fold chose the same. */
export function parameterStability(chosen: readonly GridPoint[]): Record<string, number> {
  const names = Object.keys(chosen[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, mostFrequent(chosen.map((point) => point[name]!)) / chosen.length]));
}

function mostFrequent(values: readonly (number | boolean | string)[]): number {
  const counts = new Map<number | boolean | string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values());
}
