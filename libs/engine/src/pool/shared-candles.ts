import type { Candles } from '@projecta/candles';

/** The candles in memory that threads share, where there is such memory; else each column by itself, so that a post copies no more than it. */
export function sharedCandles(candles: Candles): Candles {
  const columns = Object.entries(candles).map(([name, column]) => [name, sharedColumn(column as Float64Array)]);
  return Object.fromEntries(columns) as unknown as Candles;
}

function sharedColumn(column: Float64Array): Float64Array {
  if (typeof SharedArrayBuffer === 'undefined') return column.slice();
  const shared = new Float64Array(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}
