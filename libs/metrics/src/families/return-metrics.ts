import { expm1, log, log1p } from '@projecta/numeric';
import type { Book } from '../book.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { NO_CLOSE } from '../reasons.js';

const YEAR_MS = 365.25 * 86_400_000;
/** Equity this small a share of the initial cash counts as none (fine print A19). */
const NOTHING = 1e-12;

/** What became of the money. */
export const returnMetrics = {
  final_equity: {
    title: 'Final equity',
    formula: 'E at the last close',
    unit: 'cash',
    source: 'Cash plus position times close',
    value: ({ equity }) => equity.at(-1) ?? 'There is no bar.',
  },
  total_return: {
    title: 'Total return',
    formula: 'E_last/initial_cash − 1',
    unit: 'fraction',
    source: 'Simple return on the initial cash',
    value: ({ equity, initialCash }) => (equity.length === 0 ? 'There is no bar.' : equity.at(-1)! / initialCash - 1),
  },
  cagr: {
    title: 'Compound annual growth rate',
    formula: '(E_last/E_0)^(1/years) − 1, years of 365.25 days from the first bar to the last',
    unit: 'fraction',
    source: 'GIPS: geometric return per year of elapsed time',
    value: cagr,
  },
  buy_and_hold_return: {
    title: 'Buy-and-hold return',
    formula: 'close_last/close_first − 1',
    unit: 'fraction',
    source: 'Price return of the instrument over the same bars, free of cost',
    value: ({ close }) => (close === undefined ? NO_CLOSE : close.length === 0 ? 'There is no bar.' : close.at(-1)! / close[0]! - 1),
  },
  periods_per_year: {
    title: 'Periods per year',
    formula: 'ppy = the number given, or by timeframe and calendar',
    unit: 'bars per year',
    source: 'Annualisation of the run',
    value: ({ periodsPerYear }) => periodsPerYear,
  },
} as const satisfies Record<string, MetricDefinition>;

/** The growth rate a year, or why there is none; `calmar` divides it. */
export function cagr({ ts, equity, initialCash }: Book): Value {
  const first = equity[0];
  const last = equity.at(-1);
  if (first === undefined || last === undefined) return 'There is no bar.';
  if (last <= NOTHING * initialCash) return 'Final equity is not above 0: nothing is left to grow.';
  if (first <= 0) return 'Equity at the first close is not above 0: growth has no base.';
  const years = (ts[ts.length - 1]! - ts[0]!) / YEAR_MS;
  if (!(years > 0)) return 'No time passes between the first and the last bar.';
  const rate = expm1(logRatio(last, first) / years);
  return Number.isFinite(rate) ? rate : 'Growth over so short a time is beyond the range of numbers when compounded to a year.';
}

/** log(a/b), exact to rounding near a = b too. */
function logRatio(a: number, b: number): number {
  return a > 0.5 * b && a < 2 * b ? log1p((a - b) / b) : log(a / b);
}
