import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkParams, type RiskModelDefinition } from '@projecta/plugin';
import { readVectors } from '@projecta/testing';
import * as builtin from './index.js';

interface Expected {
  readonly config: {
    readonly risk: {
      readonly model: keyof typeof builtin;
      readonly params: Readonly<Record<string, number>>;
      readonly max_leverage: number;
      readonly [exit: string]: unknown;
    };
  };
  readonly periods_per_year: number;
  readonly decisions: { readonly orders: readonly { readonly bar: number; readonly direction: number; readonly weight: number }[] };
}

const ENGINE = import.meta.url.replace('/risk-models/src/', '/engine/src/');
const CASES = new URL('../vectors/cases/', ENGINE);
const PROTECTIVE = ['stop_loss', 'take_profit', 'trailing_stop', 'max_bars_held'];

function closesOf(name: string): Float64Array {
  const [header, ...rows] = readFileSync(new URL(`${name}/data.csv`, CASES), 'utf8').trim().split('\n');
  const column = header!.trim().split(',').indexOf('close');
  return Float64Array.from(rows, (row) => Number(row.split(',')[column]));
}

describe('weights of the random configs', () => {
  let compared = 0;
  test.each(readdirSync(CASES).sort())('%s: every order carries the weight of an independent implementation', (name) => {
    const { config, periods_per_year, decisions } = readVectors<Expected>(ENGINE, `cases/${name}/expected.json`);
    const { risk } = config;
    const model: RiskModelDefinition = builtin[risk.model];
    const { params, problems } = checkParams(model.params, risk.params, '/risk/params');
    expect(problems).toEqual([]);
    expect(params).toEqual(risk.params);
    const close = closesOf(name);
    const weight = model.bind({ close } as never, params, { periodsPerYear: periods_per_year });
    const exits = PROTECTIVE.some((key) => risk[key] !== undefined);
    for (const order of decisions.orders) {
      if (order.direction === 0) continue;
      const ours = weight(order.bar, order.direction);
      if (order.weight === 0) {
        // Undefined weights target 0; so does what follows a protective exit, which is not the model's doing.
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
