import type { ExecutionSettings } from './settings.js';

/** Fee of one whole order of `quantity` units filled for `notional` (§5): a partial fill pays the difference (A10). */
export function orderFee(execution: ExecutionSettings, quantity: number, notional: number): number {
  if (quantity === 0) return 0;
  const fee = (notional * execution.fee_bps) / 1e4 + execution.fee_per_unit * quantity + execution.fee_fixed;
  return Math.max(fee, execution.fee_min);
}
