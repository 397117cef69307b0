import { type Candles, testCandles } from '@projecta/candles';
import { atr, sma } from '@projecta/indicators';
import { defineStrategy } from '@projecta/plugin';
import type { RunConfig } from '../config/run-config.js';
import type { Backtest } from '../run-backtest.js';

const DAY = 86_400_000;

/** A breakout that knows its own position: out at two ranges under the entry, or when the fast mean turns down. */
const stepBreakout = defineStrategy({
  name: 'step_breakout',
  version: '1.0.0',
  title: 'Step breakout',
  description: 'Golden run of the step form.',
  params: {},
  features: () => ({ mean: sma.of({ window: 20 }), range: atr.of({ window: 10 }) }),
  start: () => ({ highest: 0 }),
  onBar(view, state: { highest: number }) {
    state.highest = Math.max(0.995 * state.highest, view.high());
    if (Number.isNaN(view.feature('mean', 3))) return NaN;
    if (view.position > 0)
      return view.close() < view.entryPrice - 2 * view.feature('range') || view.feature('mean') < view.feature('mean', 3) ? 0 : 1;
    return view.close() > 0.99 * state.highest && view.equity > 50_000 ? 1 : 0;
  },
});

/** Every indicator of the catalogue, written out: one more must not change this run. */
const INDICATORS = (
  'sma ema wma dema tema hma kama rsi macd bollinger atr true_range adx stochastic cci mfi obv vwap donchian keltner roc momentum williams_r aroon psar ' +
  'supertrend ichimoku zscore stddev highest lowest linreg_slope realized_vol dual_sma average_gain average_loss chandelier_exit heikin_ashi trix wema ' +
  'bullish_engulfing bullish_harami downside_tasuki_gap morning_star piercing_line three_white_soldiers ' +
  'bearish_engulfing bearish_harami dark_cloud_cover evening_star three_black_crows'
).split(' ');

/** TEST with a vwap, some bars missing, some without volume. */
function roughMarket(): Candles {
  const whole = testCandles('1h', Date.UTC(2024, 0, 1), Date.UTC(2024, 2, 1));
  const kept = [...whole.ts.keys()].filter((t) => t % 37 !== 5 && t % 101 < 97);
  const column = (read: (t: number) => number): Float64Array => Float64Array.from(kept, read);
  const { ts, open, high, low, close, volume } = whole;
  return {
    ts: column((t) => ts[t]!),
    open: column((t) => open[t]!),
    high: column((t) => high[t]!),
    low: column((t) => low[t]!),
    close: column((t) => close[t]!),
    volume: column((t) => (t % 13 === 4 ? 0 : volume![t]!)),
    vwap: column((t) => (high[t]! + low[t]! + 2 * close[t]!) / 4),
  };
}

const span = (timeframe: string, days: number) => ({
  symbol: 'TEST',
  timeframe,
  start: '2024-01-01',
  end: Date.UTC(2024, 0, 1) + days * DAY,
});
const dual = (fast: number, slow: number) => ({ name: 'dual_sma', params: { fast, slow } });

/** Runs that together reach every risk model, slippage model, fill price, exit and validation method; their results are frozen in golden.json. */
export function goldenRuns(): Readonly<Record<string, Omit<Backtest, 'config'> & { readonly config: RunConfig }>> {
  const rough = { ...span('1h', 60), symbol: 'ROUGH' };
  return {
    dual_sma_1m: {
      config: { ...span('1m', 1), strategy: dual(5, 15), risk: { params: { fraction: 0.1 } }, validation: { permutation: { trials: 3 } } },
    },
    dual_sma_1h: { config: { ...span('1h', 60), strategy: dual(10, 50), execution: { slippage_bps: 5, fee_bps: 2 } } },
    dual_sma_1w: { config: { ...span('1w', 1500), strategy: dual(4, 12), metrics: { risk_free: 0.02 } } },
    every_indicator: {
      config: { ...span('1d', 400), strategy: { name: 'macd' }, features: true, indicators: INDICATORS.map((name) => ({ name })) },
    },
    volatility_target: {
      config: {
        ...span('4h', 100),
        strategy: { name: 'ema_cross' },
        risk: { model: 'volatility_target', params: { target_vol: 0.2, lookback: 30 }, rebalance: 'every_bar' },
      },
    },
    kelly_fraction: {
      config: {
        ...span('6h', 120),
        strategy: { name: 'momentum', params: { long_only: true } },
        risk: { model: 'kelly_fraction', params: { p_win: 0.55, payoff_ratio: 1.3 }, rebalance: { band: 0.02 } },
        execution: { sizing: 'fill', fee_per_unit: 0.01 },
      },
    },
    spread_pct: {
      config: {
        ...span('30m', 20),
        strategy: { name: 'bollinger_reversion' },
        execution: {
          slippage_model: { model: 'spread_pct', params: { spread_pct: 0.0004 } },
          fee_fixed: 1,
          fee_min: 2,
          fill_price: 'typical_next',
        },
      },
    },
    participation_rate: {
      config: {
        ...span('2h', 60),
        strategy: { name: 'rsi_reversion', params: { window: 7 } },
        execution: {
          slippage_model: { model: 'participation_rate', params: { participation_pct: 0.05 } },
          volume_limit: 0.001,
          lot_size: 0.25,
          fee_fixed: 0.5,
          sizing: 'fill',
        },
      },
    },
    sqrt_impact: {
      config: {
        ...span('12h', 300),
        strategy: { name: 'donchian_breakout' },
        execution: {
          slippage_model: { model: 'sqrt_impact', params: { coefficient: 0.8, lookback: 20 } },
          fill_price: 'mid_next',
          borrow_cost_bps: 300,
        },
      },
    },
    protective_exits: {
      config: {
        ...span('5m', 10),
        strategy: { name: 'rsi_reversion' },
        risk: { stop_loss: 0.0015, take_profit: 0.002, trailing_stop: 0.0018, max_bars_held: 12 },
        execution: { slippage_bps: 1 },
      },
    },
    protective_exits_mid: {
      config: {
        ...span('15m', 20),
        strategy: { name: 'momentum', params: { lookback: 5 } },
        risk: { trailing_stop: 0.004, take_profit: 0.01 },
        execution: { fill_price: 'mid_next' },
      },
    },
    close_same: {
      config: {
        ...span('3m', 2),
        strategy: dual(8, 30),
        execution: { fill_price: 'close_same', lot_size: 0.1, fee_bps: 1 },
        metrics: { annualization: 131_400 },
      },
    },
    vwap_rough: {
      candles: roughMarket(),
      config: {
        ...rough,
        strategy: { name: 'ema_cross', params: { fast: 5, slow: 20 } },
        execution: { fill_price: 'vwap_next', flatten_end: false },
      },
    },
    ruined: {
      candles: roughMarket(),
      config: {
        ...rough,
        strategy: { name: 'buy_and_hold' },
        risk: { max_leverage: 60, model: 'kelly_fraction', params: { p_win: 1, payoff_ratio: 1, base_fraction: 60 } },
        execution: { zero_volume: 'drop' },
      },
    },
    step_strategy: {
      plugins: [stepBreakout],
      config: {
        ...span('1h', 90),
        strategy: { name: 'step_breakout' },
        risk: { stop_loss: 0.01, take_profit: 0.012 },
        validation: { permutation: { trials: 5, statistic: 'sortino' } },
      },
    },
    permutation_signals: {
      config: {
        ...span('1d', 500),
        strategy: dual(5, 20),
        validation: { permutation: { trials: 40, method: 'signals', statistic: 'max_drawdown' }, causality: { checks: 60 } },
        seed: 9_007_199_254_740_991,
      },
    },
    search: {
      config: {
        ...span('1d', 500),
        strategy: dual(5, 20),
        execution: { fee_bps: 3 },
        metrics: { risk_free: 0.01 },
        validation: {
          permutation: { trials: 3 },
          walk_forward: { folds: 3, scheme: 'rolling', embargo: 2, grid: { fast: [3, 5], slow: [10, 20, 5] } },
          overfitting: { blocks: 8, samples: 40 },
        },
      },
    },
  };
}
