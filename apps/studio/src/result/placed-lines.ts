import { priceOverlays } from '@projecta/report';
import type { PlacedLines } from '../charts/placed-lines.js';
import type { FeatureLine } from '../charts/run-series.js';

/** Panes of their own that indicators may take, so that the candles keep room. */
const MOST_OWN = 2;

/** Lines of prices over the candles; the others in panes of their own, one an indicator. */
export function placedLines(lines: readonly FeatureLine[], close: Float64Array): PlacedLines[] {
  const priced = priceOverlays(Object.fromEntries(lines.map(({ name, values }) => [name, values])), close);
  const others = lines.filter(({ name }) => !priced.some((one) => one.name === name));
  const own = [...new Set(others.map(({ name }) => indicatorOf(name)))].slice(0, MOST_OWN);
  return [
    ...(priced.length > 0 ? [{ place: { pane: 'price' } as const, lines: priced }] : []),
    ...own.map((title) => ({ place: { pane: 'own', title } as const, lines: others.filter(({ name }) => indicatorOf(name) === title) })),
  ];
}

/** `macd_12_26_9` of `macd_12_26_9.signal`. */
function indicatorOf(name: string): string {
  return name.split('.')[0]!;
}
