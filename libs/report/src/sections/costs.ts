import { waterfallTable } from '../charts/waterfall-table.js';
import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { section } from './section.js';

/** Where the money went between perfect fills and the account. */
export function costs({ run }: RunView): Markup {
  const { attribution } = run.summary;
  let notional = 0;
  for (const fill of run.fills) notional += Math.abs(fill.notional);
  return section({
    id: 'costs',
    title: 'From ideal to net',
    lead: breakEven(attribution.break_even_cost_multiple, attribution.net_pnl),
    body: html`<div class="scroll">${waterfallTable(attribution, notional)}</div>`,
  });
}

function breakEven(multiple: number | null, net: number): string {
  if (multiple === null) return 'The run has no slippage, fees or borrow, so there is no break-even cost.';
  const times = formatNumber(multiple, multiple < 10 ? 2 : 1);
  if (multiple < 0) return 'The same fills would lose money even without slippage, fees and borrow.';
  return net > 0
    ? `With the same fills, slippage, fees and borrow could be ${times} times as large before the net P&L would be 0.`
    : `With the same fills, slippage, fees and borrow would have to shrink to ${times} of what they were for the net P&L to be 0.`;
}
