import { describe, expect, test } from '@jest/globals';
import { caseNames, loadCase } from '@projecta/testing';
import * as builtin from './index.js';
import { slipOf } from './slip-of.twin.js';

interface Fill {
  readonly bar: number;
  readonly side: number;
  readonly quantity: number;
  readonly base_price: number;
  readonly price: number;
  readonly decision_close: number;
  readonly reason: string;
}

/** A random config's slippage model with the fills of an independent implementation. */
interface Expected {
  readonly config: {
    readonly execution: {
      readonly fill_price: string;
      readonly slippage_bps: number;
      readonly slippage_model: { readonly model: keyof typeof builtin; readonly params: Readonly<Record<string, number>> };
    };
  };
  readonly decisions: { readonly orders: readonly { readonly bar: number }[] };
  readonly fills: readonly Fill[];
}

const AT_THE_CLOSE = ['time', 'liquidation', 'end'];

/** The last bar known when the fill was decided: its order's decision, or A4's bar for a fill without one. */
function decisionBarOf(fill: Fill, { config, decisions }: Expected): number {
  if (fill.reason !== 'signal') return AT_THE_CLOSE.includes(fill.reason) ? fill.bar : fill.bar - 1;
  const latest = config.execution.fill_price === 'close_same' ? fill.bar : fill.bar - 1;
  return decisions.orders.findLast(({ bar }) => bar <= latest)!.bar;
}

describe('fill prices of the random configs', () => {
  const counts: Record<string, number> = {};
  test.each(caseNames())('%s: every fill has the price of an independent implementation', (name) => {
    const { candles, expected } = loadCase<Expected>(name);
    const { slippage_model, slippage_bps } = expected.config.execution;
    const slip = slipOf(builtin[slippage_model.model], candles, slippage_model.params);
    for (const fill of expected.fills) {
      const decisionBar = decisionBarOf(fill, expected);
      if (fill.reason === 'signal') expect(fill.decision_close).toBe(candles.close[decisionBar]);
      const moved = slip(fill.base_price, fill.side, fill.quantity, fill.bar, decisionBar);
      const price = Math.max(0, moved * (1 + (fill.side * slippage_bps) / 1e4));
      expect(Math.abs(price - fill.price)).toBeLessThanOrEqual(1e-9 * fill.price);
      counts[slippage_model.model] = (counts[slippage_model.model] ?? 0) + 1;
    }
  });

  test('reach every model at least 200 times', () => {
    expect(Object.keys(counts).sort()).toEqual(Object.keys(builtin).sort());
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(200);
  });
});
