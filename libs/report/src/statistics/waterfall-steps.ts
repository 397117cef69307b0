import type { Attribution } from '@projecta/engine';

/** A bar of the waterfall: it spans from one running total to the next. */
export interface WaterfallStep {
  readonly title: string;
  readonly explanation: string;
  /** total: from 0 to the amount; change: what is taken away (or, below 0, given). */
  readonly kind: 'total' | 'change';
  /** Signed as it moves the P&L: a cost of 10 is −10. */
  readonly amount: number;
  readonly from: number;
  readonly to: number;
}

/** From the P&L of perfect fills to the net one: ideal − delay − slippage − fees − borrow = net. */
export function waterfallSteps({ ideal_pnl, delay, slippage, fees, borrow, net_pnl }: Attribution): readonly WaterfallStep[] {
  const steps: WaterfallStep[] = [
    {
      title: 'Ideal P&L',
      explanation: 'every order filled at its decision’s close, free',
      kind: 'total',
      amount: ideal_pnl,
      from: 0,
      to: ideal_pnl,
    },
  ];
  let total = ideal_pnl;
  for (const [title, explanation, cost] of [
    ['Delay', 'from the decision’s close to the price met', delay],
    ['Slippage', 'from that price to the price paid', slippage],
    ['Fees', 'commissions, out of cash', fees],
    ['Borrow', 'interest on shorts', borrow],
  ] as const) {
    steps.push({ title, explanation, kind: 'change', amount: cost === 0 ? 0 : -cost, from: total, to: total - cost });
    total -= cost;
  }
  return [
    ...steps,
    { title: 'Net P&L', explanation: 'final equity less initial cash', kind: 'total', amount: net_pnl, from: 0, to: net_pnl },
  ];
}
