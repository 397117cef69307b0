import type { NormalizedSweep } from '@projecta/client';

type Value = number | string | boolean;

/** The paths that vary in a sweep, in its order. */
export function axisPaths({ grid, random }: Pick<NormalizedSweep, 'grid' | 'random'>): readonly string[] {
  return Object.keys(grid ?? random ?? {}).filter((path) => path !== 'trials');
}

/** The values that an axis can take; undefined where it is drawn from a range. */
export function valuesOf({ grid, random }: Pick<NormalizedSweep, 'grid' | 'random'>, path: string): readonly Value[] | undefined {
  if (grid) return grid[path];
  const axis = random?.[path];
  return typeof axis === 'object' && 'values' in axis ? axis.values : undefined;
}
