import { exactMean, sampleStd, ties } from '@projecta/numeric';
import type { TradeColumns } from '@projecta/simulator';

/** Round trips by their net P&L in cash. */
export interface TradeSummary {
  readonly wins: number;
  readonly losses: number;
  readonly won: number;
  /** Sum of the losing trades, positive. */
  readonly lost: number;
  readonly mean: number;
  /** Sample standard deviation, 0 where all tie (fine print E11), NaN below two trades. */
  readonly std: number;
  readonly best: number;
  readonly worst: number;
  readonly longestLosingRun: number;
  readonly meanBarsHeld: number;
  readonly mostBarsHeld: number;
}

/** One row a closed trade in, at least one of them. */
export function tradeSummary({ length, net_pnl, bars_held }: TradeColumns): TradeSummary {
  let wins = 0;
  let losses = 0;
  let won = 0;
  let lost = 0;
  let best = -Infinity;
  let worst = Infinity;
  let losingRun = 0;
  let longestLosingRun = 0;
  let mostBarsHeld = 0;
  for (let i = 0; i < length; i++) {
    const pnl = net_pnl[i]!;
    if (pnl > 0) {
      wins++;
      won += pnl;
    }
    if (pnl < 0) {
      losses++;
      lost -= pnl;
    }
    losingRun = pnl < 0 ? losingRun + 1 : 0;
    longestLosingRun = Math.max(longestLosingRun, losingRun);
    best = Math.max(best, pnl);
    worst = Math.min(worst, pnl);
    mostBarsHeld = Math.max(mostBarsHeld, bars_held[i]!);
  }
  const mean = exactMean(net_pnl, 0, length);
  const std = length > 1 && ties(best, worst) ? 0 : sampleStd(net_pnl, 0, length, mean);
  return { wins, losses, won, lost, mean, std, best, worst, longestLosingRun, meanBarsHeld: exactMean(bars_held, 0, length), mostBarsHeld };
}
