import type { Candles } from './candles.js';
import { formatInstant } from './format-instant.js';

/**
 * Candles as CSV that reads back bit for bit: ts as ISO instants (an epoch's unit would have to be guessed), numbers with all their digits, LF line ends.
 * Throws OUT_OF_RANGE for a ts outside the years 0000 to 9999.
 */
export function formatCandlesCsv(candles: Candles): string {
  const { ts, open, high, low, close, volume, vwap } = candles;
  const columns = [open, high, low, close, volume, vwap].filter((column) => column !== undefined);
  const lines = [`ts,open,high,low,close${volume ? ',volume' : ''}${vwap ? ',vwap' : ''}`];
  for (let t = 0; t < ts.length; t++) {
    let line = formatInstant(ts[t]!);
    for (const column of columns) line += `,${decimal(column[t]!)}`;
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

/** The shortest decimal that reads back as the same double; String() would lose the sign of −0. */
function decimal(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
