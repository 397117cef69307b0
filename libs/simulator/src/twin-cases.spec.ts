import { describe, expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { firstDifference, rowsOf } from './agreement.twin.js';
import { caseSimulation, type CaseColumns, type ExpectedCase } from './case-simulation.twin.js';
import { naiveSimulate } from './naive.twin.js';
import { simulate } from './simulate.js';

const CANDLES = readVectors<Readonly<Record<string, CaseColumns>>>(import.meta.url, 'case-candles.json');

function readCase(name: string) {
  const expected = readVectors<ExpectedCase>(import.meta.url, `../../engine/vectors/cases/${name}/expected.json`);
  return { expected, simulation: caseSimulation(CANDLES[name]!, expected) };
}

describe('the twin, against the results of an independent implementation', () => {
  test('there are 60 cases', () => {
    expect(Object.keys(CANDLES).length).toBe(60);
  });

  for (const name of Object.keys(CANDLES)) {
    const { expected, simulation } = readCase(name);
    const outcome = naiveSimulate(simulation);

    test(`${name}: fills`, () => {
      expect(outcome.fills.length).toBe(expected.fills.length);
      outcome.fills.forEach((fill, k) => {
        const { ts: _ts, ...row } = expected.fills[k]!;
        expectRow(`fill ${k}`, fill, row, { position: Math.abs(outcome.position[fill.bar]!) });
      });
    });

    test(`${name}: the simulator agrees with the twin`, () => {
      const fast = rowsOf(simulate(simulation));
      expect(firstDifference(fast, outcome, simulation.execution.initial_cash)).toBeUndefined();
    });

    test(`${name}: trades`, () => {
      expect(outcome.trades.length).toBe(expected.trades.length);
      outcome.trades.forEach((trade, k) => {
        const { entry_ts: _entry, exit_ts: _exit, ...row } = expected.trades[k]! as unknown as Record<string, unknown>;
        expectRow(`trade ${k}`, trade, row, { notional: trade.quantity * trade.entry_price });
      });
    });

    test(`${name}: equity`, () => {
      expect(outcome.equity.length).toBe(expected.equity.length);
      expected.equity.forEach((row, t) => {
        const mine = { equity: outcome.equity[t]!, cash: outcome.cash[t]!, position: outcome.position[t]! };
        expectRow(`equity ${t}`, mine, { equity: row.equity, cash: row.cash, position: row.position });
      });
    });

    test(`${name}: warnings and ambiguity`, () => {
      expect({
        ruined: outcome.ruined,
        clipped: outcome.clipped_orders > 0,
        dropped: outcome.dropped_orders > 0,
        ambiguous: outcome.ambiguous_bars,
      }).toEqual({
        ruined: expected.warnings.includes('RUINED'),
        clipped: expected.warnings.includes('ORDERS_CLIPPED'),
        dropped: expected.warnings.includes('ORDERS_DROPPED'),
        ambiguous: expected.ambiguity_band?.ambiguous_bars ?? 0,
      });
      if (!expected.ambiguity_band) return;
      const otherWay = naiveSimulate({ ...simulation, targetFirst: true });
      const finals = [outcome.equity.at(-1)!, otherWay.equity.at(-1)!];
      const { low, high } = expected.ambiguity_band.final_equity;
      expectRow('band', { low: Math.min(...finals), high: Math.max(...finals) }, { low, high });
    });
  }
});

/**
 * Equal keys, words and flags; numbers within 1e-9 of the larger. Noise near 0 has a floor: quantities 1e-6 of the position,
 * a trade's P&L its notional, the rest 1e-3 of its unit.
 */
function expectRow(label: string, actual: object, expected: object, { position = 0, notional = 0 } = {}): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    const mine = (actual as Record<string, unknown>)[key];
    if (typeof value === 'number' && typeof mine === 'number') {
      const floor = key === 'quantity' ? 1e-6 * position : key.endsWith('_pnl') ? notional : 1e-3;
      const scale = Math.max(Math.abs(value), Math.abs(mine), floor);
      if (!(Math.abs(mine - value) <= 1e-9 * scale)) throw new Error(`${label}: ${key} is ${mine}, expected ${value}`);
    } else if (mine !== value) throw new Error(`${label}: ${key} is ${String(mine)}, expected ${String(value)}`);
  }
}
