import type { Attribution } from '../attribution-of.js';
import type { Book } from '../book.js';
import type { MetricDefinition, Value } from '../metric-contract.js';
import { NO_LEDGER } from '../reasons.js';

/** Where the P&L went: net = ideal − delay − slippage − fees − borrow. */
export const costMetrics = {
  net_pnl: {
    title: 'Net P&L',
    formula: 'E_last − initial_cash',
    unit: 'cash',
    source: 'Final equity less the initial cash',
    value: (book) => ofCosts(book, ({ net_pnl }) => net_pnl),
  },
  ideal_pnl: {
    title: 'Ideal P&L',
    formula: '−Σ side·quantity·decision close + final position·last close',
    unit: 'cash',
    source: 'Perold (1988), paper portfolio: every order filled at its decision’s close, free',
    value: (book) => ofCosts(book, ({ ideal_pnl }) => ideal_pnl),
  },
  total_delay: {
    title: 'Delay cost',
    formula: 'Σ side·quantity·(base price − decision close)',
    unit: 'cash',
    source: 'Perold (1988), implementation shortfall; a cost is positive',
    lowerIsBetter: true,
    value: (book) => ofCosts(book, ({ delay }) => delay),
  },
  total_slippage: {
    title: 'Slippage cost',
    formula: 'Σ quantity·|fill price − base price|',
    unit: 'cash',
    source: 'Slippage model and slippage_bps',
    lowerIsBetter: true,
    value: (book) => ofCosts(book, ({ slippage }) => slippage),
  },
  total_fees: {
    title: 'Fees',
    formula: 'Σ fees',
    unit: 'cash',
    source: 'fee_bps, fee_per_unit, fee_fixed and fee_min',
    lowerIsBetter: true,
    value: (book) => ofCosts(book, ({ fees }) => fees),
  },
  total_borrow: {
    title: 'Borrow cost',
    formula: 'Σ borrow of short positions by elapsed time',
    unit: 'cash',
    source: 'borrow_cost_bps per year of 365 days',
    lowerIsBetter: true,
    value: (book) => ofCosts(book, ({ borrow }) => borrow),
  },
  break_even_cost_multiple: {
    title: 'Break-even cost multiple',
    formula: '(net P&L + slippage + fees + borrow)/(slippage + fees + borrow)',
    unit: 'multiple',
    source: 'Factor on the costs at which net P&L would be 0 with the same fills',
    value: (book) => ofCosts(book, (costs) => costs.break_even_cost_multiple ?? 'The run had no slippage, fees or borrow to multiply.'),
  },
} as const satisfies Record<string, MetricDefinition>;

function ofCosts(book: Book, read: (attribution: Attribution) => Value): Value {
  const attribution = book.attribution();
  if (attribution === undefined) return NO_LEDGER;
  return book.equity.length === 0 ? 'There is no bar.' : read(attribution);
}
