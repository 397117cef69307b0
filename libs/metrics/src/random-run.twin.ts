import type { FillColumns, TradeColumns } from '@projecta/simulator';
import type { MetricsInput } from './metrics-input.js';

/** A made-up run for benches and tests: a random walk of the close, a position that changes every 20 bars or so, its equity, fills and trades. */
export function randomRun({ bars, seed }: { readonly bars: number; readonly seed: number }): MetricsInput {
  const uniform = uniforms(seed);
  const [ts, close, equity, position] = [new Float64Array(bars), new Float64Array(bars), new Float64Array(bars), new Float64Array(bars)];
  const fills: number[][] = [];
  let cash = 100_000;
  let held = 0;
  let price = 100;
  for (let t = 0; t < bars; t++) {
    price *= 1 + 0.004 * (uniform() + uniform() - 1);
    const isChange = uniform() < 0.05 || t === bars - 1;
    if (isChange) {
      const target = t === bars - 1 ? 0 : Math.floor(uniform() * 3 - 1) * 100;
      const quantity = Math.abs(target - held);
      if (quantity > 0) {
        const side = Math.sign(target - held);
        const fee = quantity * price * 1e-5;
        cash -= side * quantity * price + fee;
        fills.push([t, side, quantity, price, quantity * price, fee]);
        held = target;
      }
    }
    ts[t] = 1_700_000_000_000 + t * 60_000;
    close[t] = price;
    position[t] = held;
    equity[t] = cash + held * price;
  }
  const column = (i: number): Float64Array => Float64Array.from(fills, (fill) => fill[i]!);
  const zero = new Float64Array(fills.length);
  const pnl = fills.map(() => 200 * (uniform() - 0.5));
  return {
    ts,
    close,
    outcome: {
      equity,
      exposed_bars: position.filter((units) => units !== 0).length,
      final_position: held,
      total_borrow: 0,
      fills: {
        length: fills.length,
        bar: column(0),
        side: column(1),
        quantity: column(2),
        base_price: column(3),
        price: column(3),
        decision_close: column(3),
        notional: column(4),
        fee: column(5),
        slippage: zero,
        delay: zero,
      } as unknown as FillColumns,
      trades: {
        length: pnl.length,
        net_pnl: Float64Array.from(pnl),
        bars_held: Float64Array.from(pnl, () => 20),
      } as unknown as TradeColumns,
    },
    initialCash: 100_000,
    periodsPerYear: 98_280,
    riskFree: 0,
  };
}

/** Park & Miller's minimal standard generator. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
