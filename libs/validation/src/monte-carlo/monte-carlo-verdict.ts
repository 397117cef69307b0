import { metricInWords, numberInWords } from '../metric-in-words.js';
import type { MonteCarlo } from './monte-carlo-paths.js';
import type { MonteCarloSummary } from './monte-carlo-summary.js';

/** Monte Carlo paths in plain words: their middle, their ruin, and what drawing cannot say. */
export function monteCarloVerdict(answer: Omit<MonteCarloSummary, 'verdict'>, monteCarlo: MonteCarlo, ruined: number): string {
  const { method, draws } = monteCarlo;
  const { q01, q99 } = answer.final_equity;
  if (draws === 0 && q01 === q99) return NOTHING[method]; // an order that a bar without volume dropped may be filled when it is late
  const few = method === 'trades' && draws < FEW ? `${draws} trades are few, and no other than these can be drawn. ` : '';
  return [ends(answer, monteCarlo), falls(answer), ruin(answer, monteCarlo, ruined), few + LIMITS[method]].join(' ');
}

const NOTHING = {
  trades: 'The run closed no trade: there is nothing to draw from, and every path stays at the initial cash.',
  returns: 'The run has no returns: there is nothing to draw from, and every path stays at the initial cash.',
  execution: 'The run filled no order: luck in execution has nothing to move.',
} as const;

/** Below this many trades, what is drawn from says little. */
const FEW = 30;

const LIMITS = {
  trades:
    'Paths centre on what the trades earned: their spread is uncertainty about which trades come and in what order, never whether the edge is luck. Losing streaks that belong together are torn apart.',
  returns:
    'Paths centre on what the bars earned: their spread is uncertainty, never whether the edge is luck. Bars are drawn one by one: clustered losses are torn apart, so falls may come out too shallow.',
  execution:
    'This is the same market and the same strategy with worse or better luck in execution: it says how much the result hangs on its fills, never whether the market was luck.',
} as const;

function ends(
  { paths, final_equity, observed }: Omit<MonteCarloSummary, 'verdict'>,
  { method, draws, initialCash, finalEquity }: MonteCarlo,
): string {
  const what = {
    trades: `paths of ${draws} drawn trades`,
    returns: `paths of ${draws} drawn returns`,
    execution: 'runs with other luck in execution',
  }[method];
  const { q05, q50, q95 } = final_equity;
  const gained = finalEquity.filter((value) => value !== null && value > initialCash).length;
  const cash = (value: number | null): string => metricInWords('final_equity', value);
  return `Of ${paths} ${what}, ${gained} ended above the initial cash; final equity was ${cash(q05)} to ${cash(q95)} in the middle 90 %, with a median of ${cash(q50)} (the run: ${cash(observed.final_equity)}).`;
}

function falls({ max_drawdown, observed }: Omit<MonteCarloSummary, 'verdict'>): string {
  const { q05, q50 } = max_drawdown;
  const deep = (value: number | null): string => metricInWords('max_drawdown', value);
  return `The deepest drawdown was ${deep(q50)} in the median and ${deep(q05)} or worse in one path of 20 (the run: ${deep(observed.max_drawdown)}).`;
}

function ruin({ paths, p_ruin, p_ruin_se }: Omit<MonteCarloSummary, 'verdict'>, { ruinDrawdown }: MonteCarlo, ruined: number): string {
  return `${ruined} of ${paths} fell by ${numberInWords(100 * ruinDrawdown)} % or more: P(ruin) = ${p_ruin.toFixed(3)} ± ${p_ruin_se.toFixed(3)}.`;
}
