import type { Catalogue } from '@projecta/engine';

/** Any plug-in. */
export type CatalogEntry = Catalogue[keyof Catalogue] extends ReadonlyMap<string, infer T> ? T : never;

/** Headings of the kinds, in the order in which they are listed. */
export const KINDS: readonly (readonly [keyof Catalogue, string])[] = [
  ['strategy', 'Strategies'],
  ['risk_model', 'Risk models'],
  ['slippage_model', 'Slippage models'],
  ['validation_method', 'Validation methods'],
  ['indicator', 'Indicators'],
];
