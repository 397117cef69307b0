// Semantics §6 and fine-print A25, A27: what holds for every run.
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { rowsOf } from './agreement.twin.js';
import type { NaiveOutcome } from './naive-state.twin.js';
import type { ExecutionSettings } from './settings.js';
import { simulate } from './simulate.js';
import { simulationArbitrary } from './simulation-arbitrary.twin.js';
import { simulationOf, type SimulationPlan } from './simulation-plan.twin.js';

const RUNS = { numRuns: 250, seed: 20_240_301 };

/** The property on random simulations; plans may be narrowed first. */
function always(holds: (plan: SimulationPlan, outcome: NaiveOutcome) => void, narrow = (plan: SimulationPlan) => plan): void {
  fc.assert(
    fc.property(simulationArbitrary().map(narrow), (plan) => holds(plan, run(plan))),
    RUNS,
  );
}

function run(plan: SimulationPlan): NaiveOutcome {
  return rowsOf(simulate(simulationOf(plan)));
}

/** Slippage is a distance, so a price moved in the account's favour is no cost: what sums to the net P&L, sums without luck. */
function withoutLuck({ luck: _luck, ...plan }: SimulationPlan): SimulationPlan {
  return plan;
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

/** Asserts a = b to 1e-9 of the money that was moved. */
function expectSame(a: number, b: number, plan: SimulationPlan, outcome: NaiveOutcome): void {
  const moved =
    plan.execution.initial_cash + sum(outcome.fills, (fill) => Math.max(fill.notional, fill.quantity * fill.base_price) + fill.fee);
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * moved);
}

describe('accounting', () => {
  test('equity is cash plus the position at the close, on every bar', () => {
    always((plan, { equity, cash, position }) => {
      expect(equity).toEqual(cash.map((held, t) => held + position[t]! * plan.candles.close[t]!));
    });
  });

  test('final equity − initial cash = Σ realised gross − Σ fees − Σ borrow + unrealised', () => {
    always((plan, outcome) => {
      const open = outcome.open_trade;
      const gross = sum(outcome.trades, (trade) => trade.gross_pnl) + (open ? open.gross_pnl + open.unrealised_pnl : 0);
      const net = gross - sum(outcome.fills, (fill) => fill.fee) - outcome.total_borrow;
      expectSame(outcome.equity.at(-1)! - plan.execution.initial_cash, net, plan, outcome);
    });
  });

  test('Σ net P&L of the trades and the open one is the gain', () => {
    always((plan, outcome) => {
      const open = outcome.open_trade;
      const openNet = open ? open.gross_pnl + open.unrealised_pnl - open.fees - open.borrow : 0;
      expectSame(
        sum(outcome.trades, (trade) => trade.net_pnl) + openNet,
        outcome.equity.at(-1)! - plan.execution.initial_cash,
        plan,
        outcome,
      );
    });
  });

  test('every cost of the fills is in exactly one trade', () => {
    always((plan, outcome) => {
      const trades = [...outcome.trades, ...(outcome.open_trade ? [outcome.open_trade] : [])];
      expectSame(
        sum(trades, (trade) => trade.fees),
        sum(outcome.fills, (fill) => fill.fee),
        plan,
        outcome,
      );
      expectSame(
        sum(trades, (trade) => trade.slippage),
        sum(outcome.fills, (fill) => fill.slippage),
        plan,
        outcome,
      );
      expectSame(
        sum(trades, (trade) => trade.borrow),
        outcome.total_borrow,
        plan,
        outcome,
      );
    });
  });

  test('A25: net = ideal P&L − delay − slippage − fees − borrow', () => {
    always((plan, outcome) => {
      const { fills, position, equity } = outcome;
      const ideal = position.at(-1)! * plan.candles.close.at(-1)! - sum(fills, (fill) => fill.side * fill.quantity * fill.decision_close);
      const costs = sum(fills, (fill) => fill.delay + fill.slippage + fill.fee) + outcome.total_borrow;
      expectSame(ideal - costs, equity.at(-1)! - plan.execution.initial_cash, plan, outcome);
    }, withoutLuck);
  });

  test('the position is what the fills add up to', () => {
    always((plan, { fills, position }) => {
      const largest = Math.max(0, ...fills.map((fill) => fill.quantity));
      const errors = position.map((held, t) =>
        Math.abs(
          held -
            sum(
              fills.filter((fill) => fill.bar <= t),
              (fill) => fill.side * fill.quantity,
            ),
        ),
      );
      expect(Math.max(...errors)).toBeLessThanOrEqual(1e-9 * largest);
    });
  });
});

describe('at max_leverage 1', () => {
  test('a buy that opens or adds to a long never leaves cash below 0, by not one ulp', () => {
    let bought = 0;
    let clipped = 0;
    always(
      (_plan, { fills, position, cash, clipped_orders }) => {
        clipped += clipped_orders;
        // The cash of a bar is that after its last fill.
        const lastOfBar = fills.filter((fill, i) => fills[i + 1]?.bar !== fill.bar);
        for (const { bar, side, quantity, reason } of lastOfBar) {
          if (side < 0 || reason !== 'signal' || position[bar]! <= 1e-9 * quantity) continue;
          bought += 1;
          expect(cash[bar]).toBeGreaterThanOrEqual(0);
        }
      },
      (plan) => ({ ...plan, risk: { ...plan.risk, max_leverage: 1 } }),
    );
    expect(bought).toBeGreaterThan(250);
    expect(clipped).toBeGreaterThan(100);
  });
});

describe('A27: scale', () => {
  test('A27: prices by 2^k, quantities and volume by 2^−k leave returns bit-identical', () => {
    always((plan, outcome) => {
      for (const scale of [2 ** 7, 2 ** -20]) {
        const scaled = run(scaledPlan(plan, scale));
        expect(scaled.equity).toEqual(outcome.equity);
        expect(scaled.cash).toEqual(outcome.cash);
        expect(scaled.position).toEqual(outcome.position.map((held) => held / scale));
        expect(scaled.trades.map((trade) => trade.return)).toEqual(outcome.trades.map((trade) => trade.return));
        expect(scaled.trades.map((trade) => [trade.mae, trade.mfe])).toEqual(outcome.trades.map((trade) => [trade.mae, trade.mfe]));
      }
    }, scalable);
  });
});

describe('buy and hold', () => {
  test('at weight 1, sizing fill and no costs, equity is the price ratio from the first fill', () => {
    always(
      (plan, { fills, equity, ruined }) => {
        if (fills.length === 0) return;
        expect(ruined).toBe(false);
        const first = fills[0]!;
        const ratios = plan.candles.close.slice(first.bar).map((close) => close / first.price);
        const errors = ratios.map((ratio, i) => Math.abs(equity[first.bar + i]! / plan.execution.initial_cash / ratio - 1));
        expect(Math.max(...errors)).toBeLessThanOrEqual(1e-12);
      },
      (plan) => freeOfCosts({ ...withoutLuck(plan), directions: plan.directions.map(() => 1), weights: plan.weights.map(() => 1) }),
    );
  });
});

describe('costs', () => {
  const COSTS = ['slippage_bps', 'fee_bps', 'fee_per_unit', 'fee_fixed', 'fee_min', 'borrow_cost_bps'] as const;

  test('setting any cost to 0 never lowers the final equity of a fixed set of fills', () => {
    let dearer = 0;
    always((plan, outcome) => {
      for (const cost of COSTS) {
        const cheaper = run({ ...plan, execution: { ...plan.execution, [cost]: 0 } });
        expect(cheaper.fills.map((fill) => fill.quantity)).toEqual(outcome.fills.map((fill) => fill.quantity));
        const saved = cheaper.equity.at(-1)! - outcome.equity.at(-1)!;
        if (saved > 0) dearer += 1;
        expect(saved).toBeGreaterThanOrEqual(-1e-9 * plan.execution.initial_cash);
      }
    }, fixedQuantities);
    expect(dearer).toBeGreaterThan(250);
  });
});

function freeOfCosts(plan: SimulationPlan): SimulationPlan {
  const execution: ExecutionSettings = { ...plan.execution, sizing: 'fill', lot_size: 0, volume_limit: 0, ...NO_COSTS, flatten_end: false };
  return { ...plan, step: false, execution, risk: { max_leverage: 1, rebalance: 'on_change' }, slippage: { model: 'none', size: 0 } };
}

const NO_COSTS = { slippage_bps: 0, fee_bps: 0, fee_per_unit: 0, fee_fixed: 0, fee_min: 0, borrow_cost_bps: 0 };

/** A27 excludes lots, per-unit and fixed fees; a slippage model must depend on quantity by its share of volume only. */
function scalable(plan: SimulationPlan): SimulationPlan {
  const slippage = plan.slippage.model === 'impact' ? { ...plan.slippage, model: 'spread' as const } : plan.slippage;
  return { ...plan, slippage, execution: { ...plan.execution, lot_size: 0, fee_per_unit: 0 } };
}

function scaledPlan(plan: SimulationPlan, scale: number): SimulationPlan {
  const { ts, volume, vwap, ...prices } = plan.candles;
  const priced = Object.fromEntries(Object.entries(prices).map(([name, column]) => [name, column.map((price) => price * scale)]));
  const candles = { ts, ...priced, volume: volume?.map((size) => size / scale), vwap: vwap?.map((price) => price * scale) };
  return { ...plan, candles: candles as SimulationPlan['candles'] };
}

/** Fills that no cost can move: whole lots of a small weight, no stops, no clipping, and no ruin in sight. */
function fixedQuantities(plan: SimulationPlan): SimulationPlan {
  const first = plan.candles.close[0]!;
  const candles = {
    ...plan.candles,
    ...Object.fromEntries(
      (['open', 'high', 'low', 'close', 'vwap'] as const).map((name) => [
        name,
        plan.candles[name]!.map((price) => first * (1 + 0.001 * ((price / first) % 1))),
      ]),
    ),
  };
  return {
    ...plan,
    step: false,
    candles,
    directions: plan.directions.map(Math.sign),
    weights: plan.weights.map(() => 0.515),
    slippage: { ...plan.slippage, size: 0.0001 },
    execution: {
      ...plan.execution,
      slippage_bps: plan.execution.slippage_bps && 1,
      fee_bps: plan.execution.fee_bps && 1,
      fee_per_unit: 0,
      fee_fixed: 0,
      fee_min: plan.execution.fee_min && 0.001,
      borrow_cost_bps: plan.execution.borrow_cost_bps && 10,
      lot_size: plan.execution.initial_cash / first / 2,
      sizing: 'decision',
    },
    risk: { max_leverage: 3, rebalance: 'on_change' },
  };
}
