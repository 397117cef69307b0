import type { Candles } from '@projecta/candles';
import type { PriceColumn } from '@projecta/plugin';

/** How many bars a cut's other future has. */
export const OTHER_BARS = 8;

/** The candles up to and including bar c, and nothing after. */
export function endedAt(candles: Candles, c: number): Candles {
  return lazily(candles, (column) => column.subarray(0, c + 1));
}

/**
 * The candles up to bar c, then 8 plausible other bars: bar c's shape repeated, each close moved by +1 %, −1 % in turn.
 * A column is copied only when it is read.
 */
export function goneOnOtherwise(candles: Candles, c: number, allocate: (length: number) => Float64Array): Candles {
  const step = c > 0 ? candles.ts[c]! - candles.ts[c - 1]! : 60_000;
  return lazily(candles, (column, name) => {
    const copy = allocate(c + 1 + OTHER_BARS);
    copy.set(column.subarray(0, c + 1));
    let scale = 1;
    for (let k = 1; k <= OTHER_BARS; k++) {
      scale *= k % 2 === 1 ? 1.01 : 0.99;
      copy[c + k] = name === 'ts' ? column[c]! + k * step : name === 'volume' ? column[c]! : column[c]! * scale;
    }
    return copy;
  });
}

const NAMES: readonly PriceColumn[] = ['ts', 'open', 'high', 'low', 'close', 'volume', 'vwap'];

/** Candles whose columns are made on first use: a strategy reads one or two of seven. */
function lazily(candles: Candles, make: (column: Float64Array, name: PriceColumn) => Float64Array): Candles {
  const made = new Map<PriceColumn, Float64Array>();
  const lazy = {};
  for (const name of NAMES) {
    const column = candles[name];
    if (!column) continue;
    const get = (): Float64Array => {
      const ready = made.get(name) ?? make(column, name);
      made.set(name, ready);
      return ready;
    };
    Object.defineProperty(lazy, name, { enumerable: true, get });
  }
  return lazy as Candles;
}
