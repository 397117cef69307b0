import { describe, expect, test } from '@jest/globals';
import { checkParams, type RiskModelDefinition } from '@projecta/plugin';
import { caseNames, loadCase } from '@projecta/testing';
import * as builtin from './index.js';

/** A random config's risk model with the weights an independent implementation gives its orders. */
interface Expected {
  readonly config: {
    readonly risk: {
      readonly model: keyof typeof builtin;
      readonly params: Readonly<Record<string, number>>;
      readonly max_leverage: number;
      readonly [key: string]: unknown;
    };
  };
  readonly periods_per_year: number;
  readonly decisions: { readonly orders: readonly { readonly bar: number; readonly direction: number; readonly weight: number }[] };
}

const PROTECTIVE = ['stop_loss', 'take_profit', 'trailing_stop', 'max_bars_held'];

describe('weights of the random configs', () => {
  let compared = 0;
  test.each(caseNames())('%s: every order carries the weight of an independent implementation', (name) => {
    const { candles, expected } = loadCase<Expected>(name);
    const { risk } = expected.config;
    const model: RiskModelDefinition = builtin[risk.model];
    const { params, problems } = checkParams(model.params, risk.params, '/risk/params');
    expect(problems).toEqual([]);
    expect(params).toEqual(risk.params);
    const columns = candles as unknown as Parameters<RiskModelDefinition['bind']>[0];
    const weight = model.bind(columns, params as Parameters<RiskModelDefinition['bind']>[1], { periodsPerYear: expected.periods_per_year });
    const exits = PROTECTIVE.some((key) => risk[key] !== undefined);
    for (const order of expected.decisions.orders) {
      if (order.direction === 0) continue;
      const ours = weight(order.bar, order.direction);
      if (order.weight === 0) {
        // An undefined weight targets 0; so does what follows a protective exit, which is not the model's doing.
        if (!exits) expect(ours).toBeNaN();
        continue;
      }
      const clamped = Math.min(Math.max(ours, -risk.max_leverage), risk.max_leverage);
      expect(Math.abs(clamped - order.weight)).toBeLessThanOrEqual(1e-9 * Math.abs(order.weight));
      compared++;
    }
  });

  test('are more than 1,900 weights', () => {
    expect(compared).toBeGreaterThan(1900);
  });
});
