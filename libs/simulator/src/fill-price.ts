import type { Candles } from '@projecta/candles';
import type { FillPrice } from './settings.js';
import type { Simulation } from './simulation.js';

/** Price of a fill: base → slippage model → slippage_bps → luck; what a sell receives is never below 0 (§5). Plain arguments, as a `Slip` has: the search for what cash pays for asks it many times. */
export function slippedPrice(simulation: Simulation, base: number, side: number, quantity: number, t: number, decisionBar: number): number {
  const modelled = simulation.slip(base, side, quantity, t, decisionBar);
  const bps = simulation.execution.slippage_bps;
  const slipped = bps === 0 ? modelled : modelled * (1 + (side * bps) / 1e4);
  const price = slipped < 0 ? 0 : slipped;
  const { luck } = simulation;
  return luck === undefined ? price : Math.max(0, price * luck.priceFactor());
}

/** What a fill on bar t starts from. */
export function basePrice(kind: FillPrice, { open, high, low, close, vwap }: Candles, t: number): number {
  switch (kind) {
    case 'open_next':
      return open[t]!;
    case 'mid_next':
      return (high[t]! + low[t]!) / 2;
    case 'typical_next':
      return (high[t]! + low[t]! + close[t]!) / 3;
    case 'vwap_next':
      return vwap![t]!;
    case 'close_same':
      return close[t]!;
  }
}
