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

export function emptyTrade(): Trade {
  return {
    side: 0,
    entryBar: 0,
    best: NaN,
    equityAtEntry: NaN,
    entryQuantity: NaN,
    entryNotional: NaN,
    exitQuantity: NaN,
    exitNotional: NaN,
    fees: NaN,
    slippage: NaN,
    borrow: NaN,
    lowest: Infinity,
    highest: -Infinity,
    mae: NaN,
    mfe: NaN,
    ambiguous: false,
  };
}

/** Starts a round trip at bar t in a trade that is over: one object serves a whole run. */
export function startTrade(trade: Trade, side: number, t: number, price: number, equityAtEntry: number): Trade {
  trade.side = side;
  trade.entryBar = t;
  trade.best = price;
  trade.equityAtEntry = equityAtEntry;
  trade.entryQuantity = trade.entryNotional = trade.exitQuantity = trade.exitNotional = 0;
  trade.fees = trade.slippage = trade.borrow = 0;
  trade.lowest = Infinity;
  trade.highest = -Infinity;
  trade.mae = trade.mfe = 0;
  trade.ambiguous = false;
  return trade;
}

/** Notes the lowest and highest price of a bar, or of several. */
export function widen(trade: Trade, lowest: number, highest: number): void {
  if (lowest < trade.lowest) trade.lowest = lowest;
  if (highest > trade.highest) trade.highest = highest;
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
