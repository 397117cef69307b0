import { describe, expect, test } from '@jest/globals';
import { rowsOf } from './agreement.twin.js';
import { executionLuck } from './execution-luck.js';
import { simulate } from './simulate.js';
import type { Simulation } from './simulation.js';

/** Uniform draws from a list, and how many were taken. */
function drawsOf(...values: number[]) {
  const draws = { taken: 0, uniform: () => values[draws.taken++]! };
  return draws;
}

const column = (...values: number[]) => Float64Array.from(values);

/** Bars that open at the given prices and stand still, a day each. */
function marketOf(...opens: number[]): Simulation['candles'] {
  const price = column(...opens);
  return { ts: price.map((_, t) => t * 86_400_000), open: price, high: price, low: price, close: price };
}

const EXECUTION: Simulation['execution'] = {
  fill_price: 'open_next',
  sizing: 'decision',
  slippage_bps: 0,
  fee_bps: 0,
  fee_per_unit: 0,
  fee_fixed: 0,
  fee_min: 0,
  borrow_cost_bps: 0,
  lot_size: 0,
  volume_limit: 0,
  zero_volume: 'wait',
  flatten_end: true,
  initial_cash: 1000,
};

function run(directions: number[], change: Partial<Simulation>, execution: Partial<Simulation['execution']> = {}) {
  return simulate({
    candles: marketOf(...directions.map((_, t) => 100 + t)),
    directions: column(...directions),
    weight: (_t, direction) => direction,
    slip: (price) => price,
    execution: { ...EXECUTION, ...execution },
    risk: { max_leverage: 1, rebalance: 'on_change' },
    ...change,
  });
}

const luckOf = (draws: { uniform: () => number }, jitterBps: number, delayProbability: number) =>
  executionLuck(draws.uniform, { jitterBps, delayProbability });

describe('executionLuck', () => {
  test('E7: u < p is late, a price is moved by 1 + (2u − 1)·x/1e4', () => {
    const luck = luckOf(drawsOf(0.09, 0.1, 0, 0.5, 0.75), 20, 0.1);
    expect([luck.isLate(), luck.isLate()]).toEqual([true, false]);
    const factors = [0, 1, 2].map(() => {
      const factor = luck.priceFactor();
      luck.filled();
      return factor;
    });
    expect(factors).toEqual([1 - 20 / 1e4, 1, 1 + 10 / 1e4]);
  });
  test('E7: a price asked for again is moved the same, and a fill that does not happen leaves its draw to the next event', () => {
    const draws = drawsOf(0.25, 0.95);
    const luck = luckOf(draws, 100, 0.5);
    expect([luck.priceFactor(), luck.priceFactor()]).toEqual([0.995, 0.995]);
    expect(luck.isLate()).toBe(true);
    expect(draws.taken).toBe(1);
    expect(luck.isLate()).toBe(false);
  });
});

describe('E7: luck in a simulation', () => {
  test('draws come in the order of events: the order, its fill, the next order, its fill, the last fill', () => {
    const draws = drawsOf(0.5, 0.25, 0.5, 0.75, 1);
    const { fills } = run([1, 1, -1, -1, -1], { luck: luckOf(draws, 100, 0.1) });
    expect(draws.taken).toBe(5);
    expect([...fills.bar]).toEqual([1, 3, 4]);
    expect([...fills.price]).toEqual([101 * 0.995, 103 * 1.005, 104 * 1.01]);
  });
  test('an order that is late trades a bar after the one it could have traded on, at that bar’s price', () => {
    const { fills } = run([1, 1, 1, 1], { luck: luckOf(drawsOf(0.05, 0.5, 0.5), 0, 0.1) });
    expect([...fills.bar]).toEqual([2, 3]);
    expect(fills.price[0]).toBe(102);
    expect(fills.decision_close[0]).toBe(100);
  });
  test('a late close_same order is tried at the next close', () => {
    const { fills } = run([1, 1, 1, 1], { luck: luckOf(drawsOf(0, 0.5, 0.5), 0, 0.1) }, { fill_price: 'close_same' });
    expect([...fills.bar]).toEqual([1, 3]);
  });
  test('a newer decision replaces an order that is still late', () => {
    const draws = drawsOf(0, 0.9, 0.5, 0.5);
    const { fills } = run([1, -1, -1, -1], { luck: luckOf(draws, 0, 0.1) });
    expect([...fills.side]).toEqual([-1, 1]);
    expect(fills.bar[0]).toBe(2);
    expect(draws.taken).toBe(4);
  });
  test('an order whose quantity is held already draws none', () => {
    const draws = drawsOf(0.5, 0.5, 0.5);
    run([1, 1, 1, 1], {
      candles: marketOf(100, 100, 100, 100),
      luck: luckOf(draws, 0, 0),
      risk: { max_leverage: 1, rebalance: 'every_bar' },
    });
    expect(draws.taken).toBe(3); // one order, its fill and the flattening: at a constant price the quantity asked for stays
  });
  test('forced fills are moved, not delayed', () => {
    const draws = drawsOf(0.5, 0.5, 0);
    const luck = luckOf(draws, 100, 0.4);
    const { fills } = run([1, 1, 1, 1], {
      candles: marketOf(100, 100, 80, 80),
      luck,
      risk: { max_leverage: 1, rebalance: 'on_change', stop_loss: 0.1 },
    });
    expect([...fills.bar]).toEqual([1, 2]);
    expect(fills.base_price[1]).toBe(80);
    expect(fills.price[1]).toBe(80 * 0.99);
    expect(draws.taken).toBe(3);
  });
  test('a buy is clipped to what the cash pays for at the moved price', () => {
    const { fills, cash, clipped_orders } = run([1, 1, 1], { luck: luckOf(drawsOf(0.5, 1, 0.5), 100, 0) });
    expect(fills.price[0]).toBe(101 * 1.01);
    expect(clipped_orders).toBe(1);
    expect(Math.min(...cash)).toBeGreaterThanOrEqual(0);
  });
  test('a price is never moved below 0', () => {
    const { fills } = run([1, 1, 1, 1], { luck: luckOf(drawsOf(0.5, 0.5, 0), 20_000, 0) });
    expect([...fills.price]).toEqual([101, 0]);
  });
  test('luck that moves nothing and delays nobody changes no bit', () => {
    const directions = [1, 1, -1, 0, 1, 1, -1, -1];
    const luck = luckOf({ uniform: () => 0.3 }, 0, 0);
    expect(rowsOf(run(directions, { luck }))).toEqual(rowsOf(run(directions, {})));
  });
});
