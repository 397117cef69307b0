import type { Candles } from '@projecta/candles';
import type { RunConfig } from '../config/run-config.js';
import { type Backtest, runBacktest } from '../run-backtest.js';
import type { RunResult } from '../run-result.js';

/** A run on candles of a symbol of ours, over all of them; what is left out of the config is the simplest. */
export function runOn(
  candles: Candles,
  config: Partial<RunConfig> = {},
  rest: Omit<Backtest, 'config' | 'candles'> = {},
): Promise<RunResult> {
  return runBacktest({ ...rest, candles, config: { ...WHOLE, ...config } });
}

const WHOLE: RunConfig = {
  symbol: 'MARKET',
  timeframe: '1d',
  start: '1970-01-01',
  end: '2200-01-01',
  strategy: { name: 'dual_sma', params: { fast: 3, slow: 8 } },
};
