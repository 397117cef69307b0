import { linkTo } from '../../routing/route.js';
import { encodedConfig } from '../../run/config/config-link.js';
import { isObject, type Json } from '../../run/config/json.js';
import { asRanges } from './as-ranges.js';

/** The place where a sweep can be seen, changed and begun. */
export function searchLink(sweep: object): string {
  return linkTo('sweeps', undefined, { sweep: encodedConfig(sweep) });
}

/** The same for a sweep in normal form, written as a person would: even steps as ranges. */
export function changeLink(sweep: object): string {
  const grid = (sweep as { readonly grid?: Json }).grid;
  return searchLink(isObject(grid) ? { ...sweep, grid: asRanges(grid) } : sweep);
}
