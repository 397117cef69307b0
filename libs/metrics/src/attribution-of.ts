import { exactSum } from '@projecta/numeric';
import type { MetricsOutcome } from './metrics-input.js';

/** Where the P&L went, in cash: net_pnl = ideal_pnl − delay − slippage − fees − borrow, to 1e-9 of the notional traded. */
export interface Attribution {
  /** P&L had every order filled at its decision's close, free of cost (fine print A25). */
  readonly ideal_pnl: number;
  readonly delay: number;
  readonly slippage: number;
  readonly fees: number;
  readonly borrow: number;
  /** Final equity less initial cash. */
  readonly net_pnl: number;
  /** The factor on slippage, fees and borrow at which net P&L would be 0 with the same fills; null without such costs. */
  readonly break_even_cost_multiple: number | null;
}

export interface AttributionInput {
  readonly outcome: Pick<MetricsOutcome, 'equity' | 'final_position' | 'fills' | 'total_borrow'>;
  readonly close: Float64Array;
  readonly initialCash: number;
}

/** The attribution of a run's P&L to its decisions and to each kind of cost. */
export function attributionOf({ outcome, close, initialCash }: AttributionInput): Attribution {
  const { equity, final_position, fills, total_borrow: borrow } = outcome;
  const last = equity.length - 1;
  const netPnl = equity[last]! - initialCash;
  const slippage = exactSum(fills.slippage, 0, fills.length);
  const fees = exactSum(fills.fee, 0, fills.length);
  const costs = slippage + fees + borrow;
  return {
    ideal_pnl: idealCash(fills) + final_position * close[last]!,
    delay: exactSum(fills.delay, 0, fills.length),
    slippage,
    fees,
    borrow,
    net_pnl: netPnl,
    break_even_cost_multiple: costs > 0 ? (netPnl + costs) / costs : null,
  };
}

/** Cash that the fills would have left at the closes they were decided at. */
function idealCash({ length, side, quantity, decision_close }: MetricsOutcome['fills']): number {
  let cash = 0;
  for (let i = 0; i < length; i++) cash -= side[i]! * quantity[i]! * decision_close[i]!;
  return cash;
}
