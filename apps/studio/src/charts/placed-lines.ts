import type { FeatureLine } from './run-series.js';

/** Indicator lines and where they stand: over the candles, or in a pane of their own. */
export interface PlacedLines {
  readonly place: { readonly pane: 'price' } | { readonly pane: 'own'; readonly title: string };
  readonly lines: readonly FeatureLine[];
}
