import { drawIndices, type RandomStream } from '@projecta/random';
import type { Path } from './path.js';

export interface Draws {
  readonly returns: Float64Array;
  readonly start: number;
  readonly drawn: Int32Array;
}

/**
 * Compounds as many returns as there are, each drawn with one below(m), from `start`; equity is floored at 0 (§9, E7).
 * `returns` are per trade or per bar, as fractions of the equity before; `drawn` is memory for as many indices.
 */
export function drawnPath(stream: RandomStream, { returns, start, drawn }: Draws, path: Path): void {
  const m = returns.length;
  drawIndices(stream, m, drawn);
  let value = start;
  let peak = start;
  let lowest = 1; // of value/peak: compared as a product, divided only when it falls
  for (let k = 0; k < m; k++) {
    value *= 1 + returns[drawn[k]!]!;
    if (value > peak) peak = value;
    else if (value < lowest * peak) {
      if (!(value > 0)) value = 0;
      lowest = value / peak;
      if (value === 0) break;
    }
  }
  path.final = value;
  path.drawdown = lowest - 1;
}
