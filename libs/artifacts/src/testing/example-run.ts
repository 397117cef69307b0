import { runBacktest, type RunConfig, type RunResult } from '@projecta/engine';

const CONFIG = {
  symbol: 'TEST',
  timeframe: '1m',
  start: '2024-01-01',
  end: '2024-01-01T06:00:00Z',
  indicators: [{ name: 'sma', params: { window: 5 } }, { name: 'macd' }],
  features: true,
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.5 }, stop_loss: 0.002, take_profit: 0.004 },
  execution: { fee_bps: 1, slippage_bps: 2, borrow_cost_bps: 50 },
  validation: { permutation: { trials: 3 } },
} satisfies Partial<RunConfig>;

/** A small run that has every artifact: stops, targets, shorts, costs, features, a validation method. `changes` replaces keys of its config. */
export function exampleRun(changes: Partial<RunConfig> = {}): Promise<RunResult> {
  return runBacktest({ config: { ...CONFIG, ...changes } as RunConfig });
}
