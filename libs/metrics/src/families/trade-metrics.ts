import type { Book } from '../book.js';
import type { TradeSummary } from '../kernels/trade-summary.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { NO_LEDGER, NO_TRADES } from '../reasons.js';

const NO_LOSS = 'No trade lost.';
const NO_WIN = 'No trade won.';

/** Closed round trips by net P&L: a win is above 0, a loss below. */
export const tradeMetrics = {
  trades: {
    title: 'Trades',
    formula: 'number of closed round trips',
    unit: 'count',
    source: 'Average-price accounting; a reversal closes one and opens the next',
    value: ({ outcome }) => outcome?.trades.length ?? NO_LEDGER,
  },
  win_rate: {
    title: 'Win rate',
    formula: 'wins/trades',
    unit: 'fraction',
    source: 'Net P&L above 0',
    value: (book) => ofTrades(book, ({ wins }, count) => wins / count),
  },
  profit_factor: {
    title: 'Profit factor',
    formula: 'Σ wins/|Σ losses|',
    unit: 'ratio',
    source: 'Net P&L in cash',
    value: (book) => ofTrades(book, ({ losses, won, lost }) => (losses === 0 ? NO_LOSS : won / lost)),
  },
  payoff_ratio: {
    title: 'Payoff ratio',
    formula: 'mean win/|mean loss|',
    unit: 'ratio',
    source: 'Net P&L in cash',
    value: (book) =>
      ofTrades(book, ({ wins, losses, won, lost }) => {
        if (losses === 0) return NO_LOSS;
        return wins === 0 ? NO_WIN : won / wins / (lost / losses);
      }),
  },
  expectancy: {
    title: 'Expectancy',
    formula: 'mean net P&L of a trade',
    unit: 'cash',
    source: 'Net P&L in cash',
    value: (book) => ofTrades(book, ({ mean }) => mean),
  },
  best_trade: {
    title: 'Best trade',
    formula: 'max net P&L',
    unit: 'cash',
    source: 'Net P&L in cash',
    value: (book) => ofTrades(book, ({ best }) => best),
  },
  worst_trade: {
    title: 'Worst trade',
    formula: 'min net P&L',
    unit: 'cash',
    source: 'Net P&L in cash',
    value: (book) => ofTrades(book, ({ worst }) => worst),
  },
  sqn: {
    title: 'System quality number',
    formula: '√N·mean/std of net P&L, ddof 1',
    unit: 'none',
    source: 'Tharp (2008), on net P&L in cash',
    value: (book) =>
      ofTrades(book, ({ mean, std }, count) => {
        if (count < 2) return 'A standard deviation needs at least two trades.';
        return std === 0 ? 'All trades have the same net P&L.' : (Math.sqrt(count) * mean) / std;
      }),
  },
  avg_bars_held: {
    title: 'Average bars held',
    formula: 'mean of exit bar − entry bar',
    unit: 'bars',
    source: 'Closed trades',
    value: (book) => ofTrades(book, ({ meanBarsHeld }) => meanBarsHeld),
  },
  max_bars_held: {
    title: 'Most bars held',
    formula: 'max of exit bar − entry bar',
    unit: 'bars',
    source: 'Closed trades',
    value: (book) => ofTrades(book, ({ mostBarsHeld }) => mostBarsHeld),
  },
  max_consecutive_losses: {
    title: 'Most consecutive losses',
    formula: 'longest run of trades with net P&L < 0',
    unit: 'count',
    source: 'Order of the trade list; a trade of exactly 0 ends a run',
    lowerIsBetter: true,
    value: (book) => ofTrades(book, ({ longestLosingRun }) => longestLosingRun),
  },
} as const satisfies Record<string, MetricDefinition>;

function ofTrades(book: Book, read: (summary: TradeSummary, count: number) => Value): Value {
  if (book.outcome === undefined) return NO_LEDGER;
  const summary = book.trades();
  return summary === undefined ? NO_TRADES : read(summary, book.outcome.trades.length);
}
