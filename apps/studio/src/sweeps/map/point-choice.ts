import { axisInfluence } from '@projecta/report';
import type { Trials } from '../trials/trials.js';

/** Points drawn at most: they are in random order, so that the first of them are a fair sample. */
const MOST = 5_000;

/** The numbers that vary, those first that move the objective most. */
export function influentialPaths({ params }: Pick<Trials, 'params'>, objective: Float64Array): readonly string[] {
  return Object.entries(params)
    .flatMap(([path, column]) =>
      column instanceof Float64Array && column.some((value) => value !== column[0])
        ? [{ path, influence: axisInfluence(column, objective) }]
        : [],
    )
    .sort((a, b) => b.influence - a.influence)
    .map(({ path }) => path);
}

/** The rows of the points that are drawn: those with all their numbers, the best among them. */
export function drawnRows(values: Float64Array, axes: readonly Float64Array[], best: number): number[] {
  const isKnown = (row: number): boolean => [values, ...axes].every((column) => !Number.isNaN(column[row]!));
  return [...values.keys()].filter((row) => (row < MOST || row === best) && isKnown(row));
}
