import type { TradeRow } from '@projecta/client';
import { drawTrades } from './draw-trades.js';
import type { Sheet } from './frame.js';
import type { Bars, Protection } from './run-series.js';
import { visibleTrades } from './visible-trades.js';

/** The trades over the candles; only those in sight are looked at. */
export interface TradeSheet extends Sheet {
  choose(trade: TradeRow): void;
}

export function tradeSheet(trades: readonly TradeRow[], bars: Bars, protection: Protection): TradeSheet {
  let chosen: TradeRow | undefined;
  return {
    draw(frame) {
      const [first, end] = visibleTrades(trades, frame.from, frame.to);
      drawTrades(frame, { trades: trades.slice(first, end), bars, protection, chosen });
    },
    range: () => null,
    choose(trade) {
      chosen = trade;
    },
  };
}
