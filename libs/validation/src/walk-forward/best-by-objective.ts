import { firstLargest } from '@projecta/numeric';

/** The index of the best value, the first that ties with it (E8, E11). NaN, for no value, ranks last; without any value the first is taken. */
export function bestByObjective(values: Float64Array, lowerIsBetter: boolean): number {
  return Math.max(0, firstLargest(lowerIsBetter ? values.map((value) => -value) : values));
}
