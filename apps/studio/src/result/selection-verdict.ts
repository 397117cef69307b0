import type { Run } from '@projecta/client';
import { formatNumber } from '@projecta/report';

/** What the number of configs that were tried means for the best of them, in words. */
export function selectionVerdict({ trials, deflated_sharpe }: NonNullable<Run['selection']>, symbol: string): string {
  if (trials <= 1)
    return `This is the only config that was tried on these candles of ${symbol}, as far as this service knows. Nothing was selected.`;
  const tried = `${formatNumber(trials, 0)} configs were tried on these candles of ${symbol}`;
  if (deflated_sharpe === null) return `${tried}. How much of the Sharpe ratio is selection cannot be told for this run.`;
  const left =
    deflated_sharpe >= 0.95
      ? 'Even so, a Sharpe ratio like this is unlikely to be the best of luck.'
      : `The best of so many often looks like this by luck alone.`;
  return `${tried}. ${left}`;
}
