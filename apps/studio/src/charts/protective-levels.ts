import type { TradeRow } from '@projecta/client';
import type { Protection } from './run-series.js';

/** A level that would have closed a trade: a price for every bar that it was held, or one for all of them. */
export interface ProtectiveLevel {
  readonly kind: 'stop_loss' | 'take_profit' | 'trailing_stop';
  /** Of the bars from entry to exit; of one price where it does not move. */
  readonly prices: readonly number[];
}

type Held = Pick<TradeRow, 'side' | 'entry_bar' | 'exit_bar' | 'entry_price'>;

/** Where the protective exits of a trade lay: from its average entry price, the trailing one from the best close so far. */
export function protectiveLevels(trade: Held, protection: Protection, close: Float64Array | undefined): ProtectiveLevel[] {
  const { side, entry_price: entry } = trade;
  const { stop_loss: stop, take_profit: target, trailing_stop: trail } = protection;
  return [
    ...(stop === undefined ? [] : [{ kind: 'stop_loss', prices: [entry * (1 - side * stop)] } as const]),
    ...(target === undefined ? [] : [{ kind: 'take_profit', prices: [entry * (1 + side * target)] } as const]),
    ...(trail === undefined || !close ? [] : [{ kind: 'trailing_stop', prices: trailing(trade, trail, close) } as const]),
  ];
}

/** On a bar, best is the best of the entry price and of the closes before that bar. */
function trailing({ side, entry_bar, exit_bar, entry_price }: Held, trail: number, close: Float64Array): number[] {
  let best = entry_price;
  return Array.from({ length: exit_bar - entry_bar + 1 }, (_, held) => {
    const last = held === 0 ? entry_price : close[entry_bar + held - 1]!;
    if (side * (last - best) > 0) best = last;
    return best * (1 - side * trail);
  });
}
