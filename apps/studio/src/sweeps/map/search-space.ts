import type { NormalizedSweep } from '@projecta/client';
import { paramText, pathName } from '@projecta/report';
import type { Trials } from '../trials/trials.js';

export type AxisValue = number | string | boolean;

/** A parameter that varies in a grid, its values in the order in which they are drawn. */
export interface SearchAxis {
  readonly path: string;
  /** As a reader knows it. */
  readonly name: string;
  readonly values: readonly AxisValue[];
  readonly labels: readonly string[];
}

/** The combinations of a grid by their place on all of its axes; numbers ascend, other values stand as they were given. */
export interface SearchSpace {
  readonly axes: readonly SearchAxis[];
  /** The row of a trial by its places, -1 where the combination was skipped. */
  rowAt(places: readonly number[]): number;
  /** Where a trial lies on each axis. */
  placesOf(row: number): readonly number[];
}

/** The space of a grid; null for random draws, or where nothing varies. */
export function searchSpace({ grid }: Pick<NormalizedSweep, 'grid'>, { rows, params }: Trials): SearchSpace | null {
  const axes = Object.entries(grid ?? {}).flatMap(([path, values]) => (values.length > 1 ? [axisOf(path, values)] : []));
  if (axes.length === 0) return null;
  const finders = axes.map(({ path, values }) => ({ column: params[path]!, place: new Map(values.map((value, i) => [String(value), i])) }));
  const placesOf = (row: number): number[] => finders.map(({ column, place }) => place.get(String(column[row]))!);
  const indexOf = (places: readonly number[]): number => places.reduce((cell, place, i) => cell * axes[i]!.values.length + place, 0);
  const rowsByCell = new Int32Array(axes.reduce((size, { values }) => size * values.length, 1)).fill(-1);
  for (let row = 0; row < rows; row++) rowsByCell[indexOf(placesOf(row))] = row;
  return { axes, placesOf, rowAt: (places) => rowsByCell[indexOf(places)]! };
}

function axisOf(path: string, given: readonly AxisValue[]): SearchAxis {
  const isNumeric = given.every((value) => typeof value === 'number');
  const values = isNumeric ? [...given].sort((a, b) => Number(a) - Number(b)) : given;
  return { path, name: pathName(path), values, labels: values.map((value) => paramText(value)) };
}
