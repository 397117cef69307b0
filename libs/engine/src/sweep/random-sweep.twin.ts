import type { RunConfig } from '../config/run-config.js';
import { draws } from '../testing/market.twin.js';
import type { SweepConfig } from './sweep-config.js';

/** A small sweep of one of five kinds, the same for the same seed: some combinations of each are refused. */
export function randomSweep(seed: number): SweepConfig {
  const draw = draws(seed);
  const pick = <T>(...values: T[]): T => values[Math.floor(draw() * values.length)]!;
  const base = (strategy: RunConfig['strategy'], changes: Partial<RunConfig> = {}): RunConfig => ({
    ...{ symbol: 'MARKET', timeframe: '1d', start: '1970-01-01', end: '2200-01-01', strategy },
    execution: { fee_bps: pick(0, 3), sizing: pick('decision', 'fill'), fill_price: pick('open_next', 'mid_next') },
    metrics: { risk_free: pick(0, 0.02), annualization: pick<number | 'auto'>(252, 'auto') },
    seed: Math.floor(draw() * 1000),
    ...changes,
  });
  const kinds: (() => SweepConfig)[] = [
    () => ({
      base: base({ name: 'dual_sma', params: { fast: 3, slow: 9 } }, { indicators: [{ name: 'sma', params: { window: 4 } }] }),
      grid: { fast: pick<string | number[]>('2:6:2', [2, 5]), slow: [4, 6, 70, 300], long_only: [pick(true, false)] },
    }),
    () => ({
      base: base({ name: 'rsi_reversion' }, { risk: { stop_loss: 0.03 } }),
      grid: { window: [5, 14], 'risk.stop_loss': '0.01:0.05:0.02', 'risk.take_profit': [0.02], 'execution.initial_cash': [500, 100_000] },
    }),
    () => ({
      base: base({ name: 'momentum' }, { validation: { permutation: { trials: 5 } } }),
      grid: { lookback: '0:6:3', 'risk.params.fraction': [0.5, 1, 1.5], 'execution.fill_price': ['open_next', 'close_same', 'vwap_next'] },
      objective: pick('max_drawdown', 'volatility', 'total_fees'),
    }),
    () => ({
      base: base({ name: 'bollinger_reversion' }, { risk: { model: 'volatility_target', rebalance: { band: 0.1 } } }),
      random: {
        trials: 6,
        ...{ window: { min: 5, max: 40, scale: 'log' }, k: { min: 0.5, max: 2.5 } },
        'risk.params.target_vol': { values: [0.1, 0.3] },
        'risk.rebalance.band': { min: 0, max: 0.2, step: 0.05 },
      },
    }),
    () => ({
      base: base({ name: 'rules', params: { long: 'rsi(close, 9) < 40', exit: 'close > sma(close, 5)' } }),
      random: { trials: 5, long_only: { values: [true, false] }, 'risk.max_bars_held': { min: 1, max: 4 } },
      objective: 'win_rate',
    }),
  ];
  return kinds[seed % kinds.length]!();
}
