/** The round trip under way: sums over its fills, and how far the price went for and against it. */
export interface Trade {
  /** +1 long, −1 short. */
  side: number;
  entryBar: number;
  /** Best of the first fill's price and every close since: what a trailing stop hangs on (A7). */
  best: number;
  equityAtEntry: number;
  entryQuantity: number;
  entryNotional: number;
  exitQuantity: number;
  exitNotional: number;
  fees: number;
  slippage: number;
  borrow: number;
  /** Lowest and highest price seen since the average last changed: not yet in mae and mfe. */
  lowest: number;
  highest: number;
  /** Worst and best excursion so far as fractions of the average at the time: MAE <= 0 <= MFE. */
  mae: number;
  mfe: number;
  ambiguous: boolean;
}

/** Opens a round trip at bar t. */
export function openTrade(side: number, t: number, price: number, equityAtEntry: number): Trade {
  return {
    side,
    entryBar: t,
    best: price,
    equityAtEntry,
    entryQuantity: 0,
    entryNotional: 0,
    exitQuantity: 0,
    exitNotional: 0,
    fees: 0,
    slippage: 0,
    borrow: 0,
    lowest: Infinity,
    highest: -Infinity,
    mae: 0,
    mfe: 0,
    ambiguous: false,
  };
}

/** Moves the prices seen since the average last changed into MAE and MFE; due before it changes again. */
export function foldRange(trade: Trade, average: number): void {
  if (trade.lowest > trade.highest) return;
  notePrice(trade, trade.lowest, average);
  notePrice(trade, trade.highest, average);
  trade.lowest = Infinity;
  trade.highest = -Infinity;
}

/** Counts a price towards MAE and MFE, as a fraction of the average entry price (A24: none where that is 0). */
export function notePrice(trade: Trade, price: number, average: number): void {
  if (average <= 0) return;
  const excursion = (trade.side * (price - average)) / average;
  if (excursion < trade.mae) trade.mae = excursion;
  if (excursion > trade.mfe) trade.mfe = excursion;
}
