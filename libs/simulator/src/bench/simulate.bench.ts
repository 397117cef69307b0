import { benchRatios, columnPool, plainSum, printBench } from '@projecta/testing';
import { simulate } from '../simulate.js';
import type { Simulation } from '../simulation.js';

/** A random walk by a small congruential generator: reproducible, and no cost in the loop that is timed. */
function walk(n: number): Simulation['candles'] {
  const column = () => new Float64Array(n);
  const candles = { ts: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let state = 12345;
  let price = 1000;
  for (let t = 0; t < n; t++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const open = price;
    price *= 1 + (state / 2 ** 32 - 0.5) * 0.01;
    candles.ts[t] = t * 60_000;
    candles.open[t] = open;
    candles.close[t] = price;
    candles.high[t] = Math.max(open, price) * 1.001;
    candles.low[t] = Math.min(open, price) * 0.999;
    candles.volume[t] = 1000;
  }
  return candles;
}

/** Long and short in turn, `hold` bars each: as often as a dual SMA of 10 and 50 changes. */
function turns(n: number, hold: number): Float64Array {
  return Float64Array.from({ length: n }, (_, t) => (Math.floor(t / hold) % 2 === 0 ? 1 : -1));
}

const execution: Simulation['execution'] = {
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
  initial_cash: 100_000,
};

for (const n of [10_000, 1_000_000]) {
  const candles = walk(n);
  const pool = columnPool();
  const runs = (change: Partial<Simulation>) => () => {
    pool.release();
    return simulate({
      candles,
      directions,
      weight: (_, direction) => direction,
      slip: (price) => price,
      execution,
      risk: { max_leverage: 1, rebalance: 'on_change' },
      allocate: pool.take,
      ...change,
    });
  };
  const directions = turns(n, 40);
  printBench(
    `simulator, ${n} bars`,
    benchRatios([
      { name: 'plain sum', per: n, run: () => plainSum(candles.close) },
      { name: 'plain case: dual direction every 40 bars, no costs', per: n, run: runs({}) },
      { name: 'buy and hold', per: n, run: runs({ directions: new Float64Array(n).fill(1) }) },
      {
        name: 'fees, slippage, borrow',
        per: n,
        run: runs({ execution: { ...execution, fee_bps: 1, slippage_bps: 2, borrow_cost_bps: 50 } }),
      },
      {
        name: 'stop, target, trailing stop',
        per: n,
        run: runs({ risk: { max_leverage: 1, rebalance: 'on_change', stop_loss: 0.02, take_profit: 0.04, trailing_stop: 0.03 } }),
      },
      { name: 'rebalanced every bar', per: n, run: runs({ risk: { max_leverage: 1, rebalance: 'every_bar' } }) },
    ]),
  );
}
