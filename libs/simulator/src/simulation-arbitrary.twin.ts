import * as fc from 'fast-check';
import { marketArbitrary, type Market } from './candles-arbitrary.twin.js';
import type { LuckPlan, SimulationPlan } from './simulation-plan.twin.js';
import type { ExecutionSettings, RiskSettings } from './settings.js';

const DIRECTIONS = [1, 1, 1, -1, -1, -1, 0, 0.5, -0.3] as const;
const STOPS = [0.01, 0.015625, 0.02, 0.03125, 0.05, 0.1, 0.25] as const;

/** Random simulations in which every rule of fine-print A is met by some. */
export function simulationArbitrary(): fc.Arbitrary<SimulationPlan> {
  return fc
    .constantFrom(1000, 12345.67, 100_000)
    .chain((initialCash) => marketArbitrary(initialCash).map((market) => ({ market, initialCash })))
    .chain(({ market, initialCash }) => planArbitrary(market, initialCash));
}

function planArbitrary(market: Market, initialCash: number): fc.Arbitrary<SimulationPlan> {
  const n = market.candles.close.length;
  return fc
    .record({
      directions: directionsArbitrary(n),
      weights: weightsArbitrary(n),
      slippage: fc.record({
        model: fc.constantFrom('none', 'none', 'spread', 'participation', 'impact'),
        size: fc.constantFrom(0.001, 0.01, 0.1),
      }),
      execution: executionArbitrary(market, initialCash),
      risk: riskArbitrary(),
      targetFirst: sometimes(3, fc.constant(true)),
      from: sometimes(4, fc.integer({ min: 0, max: n - 1 })),
      step: sometimes(6, fc.constant(true)),
      luck: sometimes(3, luckArbitrary()),
    })
    .map(({ targetFirst, from, step, luck, ...plan }) => ({
      candles: market.candles,
      ...plan,
      ...(targetFirst ? { targetFirst } : {}),
      ...(from === undefined ? {} : { from }),
      ...(step ? { step } : {}),
      ...(luck ? { luck } : {}),
    }));
}

function luckArbitrary(): fc.Arbitrary<LuckPlan> {
  return fc.record({
    seed: fc.nat(),
    jitterBps: fc.constantFrom(0, 5, 200, 15_000),
    delayProbability: fc.constantFrom(0, 0.1, 0.5, 1),
  });
}

/** A value once in `of` times, else undefined. */
function sometimes<T>(of: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: of - 1 }, { arbitrary: value, weight: 1 });
}

function directionsArbitrary(n: number): fc.Arbitrary<number[]> {
  const stretch = fc.tuple(fc.constantFrom(...DIRECTIONS), fc.integer({ min: 1, max: 9 }));
  return fc
    .array(stretch, { minLength: n, maxLength: n })
    .map((stretches) => stretches.flatMap(([direction, bars]) => Array.from({ length: bars }, () => direction as number)).slice(0, n));
}

function weightsArbitrary(n: number): fc.Arbitrary<number[]> {
  const constant = fc.constantFrom(1, 1, 1, 0.5, 0.1, 1.7).map((weight) => Array.from({ length: n }, () => weight));
  const moving = fc.array(fc.constantFrom(0.2, 0.5, 0.9, 1.3, 2.6, 3.5, NaN), { minLength: n, maxLength: n });
  const late = fc.integer({ min: 0, max: n }).map((known) => Array.from({ length: n }, (_, t) => (t < known ? NaN : 0.8)));
  return fc.oneof({ arbitrary: constant, weight: 4 }, { arbitrary: moving, weight: 2 }, { arbitrary: late, weight: 1 });
}

function executionArbitrary({ price, unit }: Market, initialCash: number): fc.Arbitrary<ExecutionSettings> {
  return fc.record({
    fill_price: fc.constantFrom('open_next', 'open_next', 'open_next', 'mid_next', 'typical_next', 'vwap_next', 'close_same', 'close_same'),
    sizing: fc.constantFrom('decision', 'fill'),
    slippage_bps: fc.constantFrom(0, 0, 0, 0, 1, 1, 25, 25, 300, 300, 12_000),
    fee_bps: fc.constantFrom(0, 0, 2, 10, 200),
    fee_per_unit: fc.constantFrom(0, 0, price * 1e-4),
    fee_fixed: fc.constantFrom(0, 0, 1.5, initialCash * 0.01),
    fee_min: fc.constantFrom(0, 0, 5, initialCash * 0.005),
    borrow_cost_bps: fc.constantFrom(0, 300, 20_000),
    // Never so many lots that the 1e-9 of A17 drowns in rounding.
    lot_size: fc.constantFrom(0, 0, 0, unit > 1e4 ? unit / 30 : 0.1, unit > 1e4 ? unit / 7 : 1, unit / 10, unit / 64, unit / 3),
    volume_limit: fc.constantFrom(0, 0, 0.1, 0.25, 1),
    zero_volume: fc.constantFrom('wait', 'fill', 'drop'),
    flatten_end: fc.boolean(),
    initial_cash: fc.constant(initialCash),
  });
}

function riskArbitrary(): fc.Arbitrary<RiskSettings> {
  const stop = sometimes(2, fc.constantFrom(...STOPS));
  return fc
    .record({
      max_leverage: fc.constantFrom(1, 1, 1, 0.5, 1.5, 3),
      rebalance: fc.oneof(
        fc.constantFrom('on_change', 'on_change', 'every_bar'),
        fc.record({ band: fc.constantFrom(0.001, 0.02, 0.05, 0.25) }),
      ),
      stop_loss: stop,
      take_profit: stop,
      trailing_stop: stop,
      max_bars_held: sometimes(3, fc.integer({ min: 1, max: 6 })),
    })
    .map(({ max_leverage, rebalance, ...exits }) => ({ max_leverage, rebalance, ...present(exits) }) as RiskSettings);
}

/** Absent keys stay absent, as in a normal form. */
function present(values: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, number] => entry[1] !== undefined));
}
