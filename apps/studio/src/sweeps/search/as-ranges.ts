import type { Json, JsonObject } from '../../run/config/json.js';

/** Fewer values are as easily read as a list. */
const LEAST = 4;

/** A grid as a person would write it: lists of numbers in even steps upwards as `a:b:step`, all else as it is. */
export function asRanges(grid: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(grid).map(([key, values]) => [key, rangeOf(values) ?? values]));
}

function rangeOf(values: Json): string | undefined {
  if (!Array.isArray(values) || values.length < LEAST || !values.every((value) => typeof value === 'number')) return undefined;
  const [first, second] = values as [number, number];
  const step = decimal(second - first);
  const isEven = step > 0 && values.every((value, i) => value === decimal(first + i * step));
  return isEven ? `${first}:${values.at(-1)}:${step}` : undefined;
}

/** Without the rounding of binary sums. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
