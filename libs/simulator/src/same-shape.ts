import type { Simulation } from './simulation.js';

/**
 * The same simulation in objects of one shape, whatever literals the caller built it from.
 * The loop reads their fields on every fill, and a field read from objects of many shapes is a dictionary look-up:
 * after five differently made simulations a run of 10,000 bars and 250 reversals took 1.4 × as long.
 */
export function sameShape({
  candles,
  directions,
  decide,
  weight,
  slip,
  execution,
  risk,
  targetFirst,
  luck,
  from,
  keeps,
  allocate,
}: Simulation): Simulation {
  const { ts, open, high, low, close, volume, vwap } = candles;
  const { fill_price, sizing, slippage_bps, fee_bps, fee_per_unit, fee_fixed, fee_min, borrow_cost_bps } = execution;
  const { lot_size, volume_limit, zero_volume, flatten_end, initial_cash } = execution;
  const { max_leverage, rebalance, stop_loss, take_profit, trailing_stop, max_bars_held } = risk;
  const shaped = {
    candles: { ts, open, high, low, close, volume, vwap },
    directions,
    decide,
    weight,
    slip,
    execution: {
      fill_price,
      sizing,
      slippage_bps,
      fee_bps,
      fee_per_unit,
      fee_fixed,
      fee_min,
      borrow_cost_bps,
      lot_size,
      volume_limit,
      zero_volume,
      flatten_end,
      initial_cash,
    },
    risk: { max_leverage, rebalance, stop_loss, take_profit, trailing_stop, max_bars_held },
    targetFirst,
    luck,
    from,
    keeps,
    allocate,
  };
  return shaped as Simulation; // absent options are undefined here, which the loop reads the same way
}
