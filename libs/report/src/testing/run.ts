import { type Candles, defineStrategy, real, runBacktest, type RunConfig, type RunResult } from '@projecta/engine';

/** A real run of the engine for specs: dual_sma with small costs over some candles, unless the config says otherwise. */
export function run(candles: Candles, config: object = {}): Promise<RunResult> {
  const { ts } = candles;
  const defaults = {
    symbol: 'WALK',
    timeframe: '1d',
    start: ts[0]!,
    end: ts[ts.length - 1]! + 1,
    strategy: { name: 'dual_sma', params: { fast: 10, slow: 50 } },
    execution: { slippage_bps: 1, fee_bps: 1, borrow_cost_bps: 50 },
  };
  return runBacktest({ config: { ...defaults, ...config } as RunConfig, candles, plugins: [steady] });
}

/** Holds one direction from the first bar to the last: it never trades at 0, and can ruin an account at −1. */
const steady = defineStrategy({
  name: 'steady',
  version: '1.0.0',
  title: 'Steady',
  description: 'One direction throughout.',
  params: { direction: real({ min: -1, max: 1, default: 0, description: 'The direction held.' }) },
  target(_columns, { direction }, out) {
    out.fill(direction);
  },
});
