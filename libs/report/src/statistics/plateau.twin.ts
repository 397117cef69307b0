import { ties } from '@projecta/numeric';
import type { Plateau, SearchGrid } from './plateau.js';

/** The plateau by coordinates: cells are added while any that belongs touches one that is in. */
export function naivePlateau({ shape, values, best, lowerIsBetter, tolerance }: SearchGrid): Plateau {
  const places = placesOf(shape);
  const known = [...values].filter((value) => !Number.isNaN(value));
  const worst = lowerIsBetter ? Math.max(...known) : Math.min(...known);
  const limit = values[best]! + tolerance * (worst - values[best]!);
  const belongs = (cell: number): boolean => ties(values[cell]!, limit) || (lowerIsBetter ? values[cell]! < limit : values[cell]! > limit);
  const touch = (a: number, b: number): boolean =>
    places[a]!.reduce((sum, place, axis) => sum + Math.abs(place - places[b]![axis]!), 0) === 1;
  const cells = [...values.keys()];
  let inside = [best];
  for (let before = 0; before !== inside.length;) {
    before = inside.length;
    const found = inside;
    inside = cells.filter((cell) => found.includes(cell) || (belongs(cell) && found.some((other) => touch(cell, other))));
  }
  return { limit, cells: inside, neighbours: cells.filter((cell) => touch(cell, best) && !Number.isNaN(values[cell]!)) };
}

function placesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>((places, length) => places.flatMap((place) => Array.from({ length }, (_, i) => [...place, i])), [[]]);
}
