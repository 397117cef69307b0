import type { NaiveOutcome } from './naive-state.twin.js';
import type { SimulationPlan } from './simulation-plan.twin.js';

/** Which rules one simulation reached, by name: the twin's test counts them so that a generator gone stale fails. */
export function rulesReached(plan: SimulationPlan, outcome: NaiveOutcome): string[] {
  const { fills, trades } = outcome;
  const { execution, risk } = plan;
  const traded = fills.length > 0;
  const volumeAt = (t: number) => plan.candles.volume?.[t];
  const signals = fills.filter((fill) => fill.reason === 'signal');
  const reached: Readonly<Record<string, boolean>> = {
    ...Object.fromEntries(fills.map((fill) => [`reason ${fill.reason}`, true])),
    [`fill_price ${execution.fill_price}`]: traded,
    [`sizing ${execution.sizing}`]: traded,
    [`rebalance ${typeof risk.rebalance === 'object' ? 'band' : risk.rebalance}`]: fills.length > 2,
    [`slippage ${plan.slippage.model}`]: traded,
    ruined: outcome.ruined,
    'ruined while flat': outcome.ruined && !fills.some((fill) => fill.reason === 'liquidation'),
    ambiguous: outcome.ambiguous_bars > 0,
    'target first': outcome.ambiguous_bars > 0 && plan.targetFirst === true,
    clipped: outcome.clipped_orders > 0,
    'clipped by lots': outcome.clipped_orders > 0 && execution.lot_size > 0,
    'clipped under volume limit': outcome.clipped_orders > 0 && execution.volume_limit > 0,
    'dropped without volume': outcome.dropped_orders > 0,
    'waited without volume':
      execution.zero_volume === 'wait' &&
      signals.some((fill) => volumeAt(fill.bar - 1) === 0 && fill.decision_close !== plan.candles.close[fill.bar - 1]),
    'filled without volume': signals.some((fill) => volumeAt(fill.bar) === 0),
    lots: traded && execution.lot_size > 0,
    'partial fills': execution.volume_limit > 0 && signals.some((fill, i) => signals[i - 1]?.decision_close === fill.decision_close),
    'fee_bps paid': traded && execution.fee_bps > 0,
    'fee_per_unit paid': traded && execution.fee_per_unit > 0,
    'fee_fixed paid': traded && execution.fee_fixed > 0,
    'fee_min paid': traded && fills.some((fill) => execution.fee_min > 0 && fill.fee === execution.fee_min),
    'borrow paid': outcome.total_borrow > 0,
    leveraged: traded && risk.max_leverage > 1,
    'fraction of a direction': traded && plan.directions.some((d) => d !== Math.round(d)),
    'undefined weight': traded && plan.weights.some(Number.isNaN),
    reversal: trades.some((trade, i) => trades[i - 1]?.exit_bar === trade.entry_bar && trades[i - 1]?.reason === 'signal'),
    'entry and exit on one bar': trades.some((trade) => trade.bars_held === 0),
    'sold at 0': fills.some((fill) => fill.price === 0),
    'open at the end': outcome.open_trade !== undefined,
    'from a later bar': traded && (plan.from ?? 0) > 0,
    'step by step': traded && plan.step === true,
    'moved fills': traded && (plan.luck?.jitterBps ?? 0) > 0,
    'late orders':
      plan.luck !== undefined &&
      signals.some((fill) => fill.decision_close !== plan.candles.close[execution.fill_price === 'close_same' ? fill.bar : fill.bar - 1]),
    'every order late': traded && plan.luck?.delayProbability === 1,
    'no volume column': traded && plan.candles.volume === undefined,
  };
  return Object.keys(reached).filter((rule) => reached[rule]);
}
