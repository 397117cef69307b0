import type { Candles } from '@projecta/candles';
import { randomStream } from '@projecta/random';

/** A market whose moves go on as they began: each bar's return takes `memory` of the one before, so that following it earns. */
export function plantedEdge(bars: number, memory: number, seed = 1): Candles {
  const { normal, uniform } = randomStream(seed, 'test_edge', 0);
  const column = (): Float64Array => new Float64Array(bars);
  const candles = { ts: column(), open: column(), high: column(), low: column(), close: column() };
  let price = 100;
  let move = 0;
  for (let t = 0; t < bars; t++) {
    move = memory * move + 0.01 * normal();
    const open = price;
    price *= 1 + Math.max(-0.5, move);
    candles.ts[t] = Date.UTC(2020, 0, 1) + t * 86_400_000;
    candles.open[t] = open;
    candles.close[t] = price;
    candles.high[t] = Math.max(open, price) * (1 + 0.002 * uniform());
    candles.low[t] = Math.min(open, price) * (1 - 0.002 * uniform());
  }
  return candles;
}
