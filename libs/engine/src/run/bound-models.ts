import type { Candles } from '@projecta/candles';
import { ProjectaError, quote } from '@projecta/errors';
import type { Slip, Weight } from '@projecta/plugin';
import { guarded } from '../guarded.js';
import type { RunPlan } from './run-plan.js';

/** The plan's risk model bound to candles. A user's own is watched: what it throws carries its name. */
export function boundWeight({ riskModel, riskParams, periodsPerYear, ownRiskModel }: RunPlan, candles: Candles): Weight {
  const who = `risk model ${riskModel.name}`;
  const columns = Object.fromEntries((riskModel.inputs ?? []).map((name) => [name, candles[name]]));
  const weight = guarded(who, () => riskModel.bind(columns as Readonly<Record<string, Float64Array>>, riskParams, { periodsPerYear }));
  if (!ownRiskModel) return weight;
  return (t, direction) => guarded(who, () => weight(t, direction));
}

/**
 * The plan's slippage model bound to candles. A user's own is watched: a price that is none would spoil every number after it.
 * @throws ProjectaError STRATEGY_ERROR
 */
export function boundSlip({ slippageModel, slippageParams, ownSlippageModel }: RunPlan, candles: Candles): Slip {
  const { open, high, low, close, volume } = candles;
  const who = `slippage model ${slippageModel.name}`;
  const slip = guarded(who, () => slippageModel.bind({ open, high, low, close, ...(volume ? { volume } : {}) }, slippageParams));
  if (!ownSlippageModel) return slip;
  return (price, side, quantity, t, decisionBar) => {
    const slipped = guarded(who, () => slip(price, side, quantity, t, decisionBar));
    if (Number.isFinite(slipped)) return slipped;
    throw new ProjectaError('STRATEGY_ERROR', `The ${who} gave the price ${quote(slipped)} at bar ${t}; a price is a finite number.`);
  };
}
