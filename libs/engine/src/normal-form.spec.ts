import { describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256Hex, utf8 } from '@projecta/hashing';
import { caseNames, loadCase, readVectors } from '@projecta/testing';
import fc from 'fast-check';
import { catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import type { RunConfig } from './config/run-config.js';
import { runBacktest } from './run-backtest.js';
import { BASE, baseWith } from './testing/base-config.twin.js';

const catalogue = catalogueOf();
const normal = (config: unknown) => normalizeConfig(config, catalogue);
const hashOf = (config: unknown): string => sha256Hex(utf8(canonicalJson(normal(config))));
const at = (config: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], normal(config));

describe('F2: every default is written out', () => {
  test('of the smallest config', () => {
    expect(normal({ symbol: 'TEST', timeframe: '1m', start: '2024-01-01', end: '2024-01-02', strategy: { name: 'dual_sma' } })).toEqual({
      symbol: 'TEST',
      timeframe: '1m',
      start: '2024-01-01T00:00:00.000Z',
      end: '2024-01-02T00:00:00.000Z',
      indicators: [],
      features: false,
      strategy: { name: 'dual_sma', params: { fast: 10, slow: 50, long_only: false } },
      risk: { model: 'fixed_fraction', params: { fraction: 1 }, max_leverage: 1, rebalance: 'on_change' },
      execution: {
        fill_price: 'open_next',
        sizing: 'decision',
        slippage_model: { model: 'none', params: {} },
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
      },
      validation: {},
      metrics: { annualization: 'auto', risk_free: 0 },
      seed: 42,
    });
  });
  test('of every strategy, as fine-print B2 and semantics §3 give them', () => {
    const params = (name: string) => at(baseWith('/strategy', { name }), 'strategy', 'params');
    expect(params('ema_cross')).toEqual({ fast: 10, slow: 50, long_only: false });
    expect(params('macd')).toEqual({ fast: 12, slow: 26, signal: 9, long_only: false });
    expect(params('rsi_reversion')).toEqual({ window: 14, oversold: 30, overbought: 70, long_only: false });
    expect(params('bollinger_reversion')).toEqual({ window: 20, k: 2, long_only: false });
    expect(params('donchian_breakout')).toEqual({ entry: 20, exit: 10, long_only: false });
    expect(params('momentum')).toEqual({ lookback: 20, long_only: false });
    expect(params('buy_and_hold')).toEqual({ long_only: false });
  });
  test('B4: every strategy takes long_only', () => {
    for (const name of catalogue.strategy.keys()) {
      const needed = name === 'rules' ? { long: 'close > open' } : {};
      expect(at(baseWith('/strategy', { name, params: { ...needed, long_only: true } }), 'strategy', 'params', 'long_only')).toBe(true);
    }
  });
  test('of risk and slippage models, and of an indicator and its source', () => {
    expect(at(baseWith('/risk', { model: 'volatility_target' }), 'risk', 'params')).toEqual({
      target_vol: 0.1,
      lookback: 20,
      base_fraction: 1,
    });
    const kelly = { model: 'kelly_fraction', params: { p_win: 0.6, payoff_ratio: 2 } };
    expect(at(baseWith('/risk', kelly), 'risk', 'params')).toEqual({ p_win: 0.6, payoff_ratio: 2, base_fraction: 1 });
    const spread = { model: 'spread_pct', params: { spread_pct: 0.001 } };
    expect(at(baseWith('/execution', { slippage_model: spread }), 'execution', 'slippage_model')).toEqual(spread);
    expect(at(baseWith('/indicators', [{ name: 'sma' }, { name: 'atr' }]), 'indicators')).toEqual([
      { name: 'sma', params: { window: 20, source: 'close' } },
      { name: 'atr', params: { window: 14 } },
    ]);
  });
  test('of every validation method', () => {
    const methods = { permutation: {}, block_bootstrap: {}, monte_carlo: {}, walk_forward: {}, overfitting: {} };
    expect(at(baseWith('/validation', methods), 'validation')).toEqual({
      permutation: { trials: 1000, method: 'bars', statistic: 'sharpe' },
      block_bootstrap: {
        samples: 2000,
        method: 'stationary',
        block_length: 'auto',
        confidence: 0.95,
        interval: 'percentile',
        metrics: ['sharpe', 'cagr', 'max_drawdown', 'volatility'],
      },
      monte_carlo: { paths: 1000, method: 'trades', ruin_drawdown: 0.5, jitter_bps: 5, delay_probability: 0.1 },
      walk_forward: { folds: 5, scheme: 'anchored', embargo: 0, objective: 'sharpe' },
      overfitting: { blocks: 16, samples: 1000, benchmark: 'buy_and_hold' },
    });
  });
  test('optional keys that are absent stay absent; those given stay as given', () => {
    const stops = { stop_loss: 0.05, take_profit: 0.1, trailing_stop: 0.02, max_bars_held: 9 };
    for (const key of Object.keys(stops)) expect(normal(BASE).risk).not.toHaveProperty(key);
    expect(at(baseWith('/risk', stops), 'risk')).toMatchObject(stops);
    expect(at(baseWith('/validation/walk_forward', { grid: { slow: [20, 30] } }), 'validation', 'walk_forward', 'grid')).toEqual({
      slow: [20, 30],
    });
  });
  test('validation.causality is there only if submitted', () => {
    expect(normal(BASE).validation).toEqual({});
    expect(at(baseWith('/validation', { causality: {} }), 'validation')).toEqual({ causality: { checks: 16 } });
  });
  test.each([
    ['2024-03-01', '2024-03-01T00:00:00.000Z'],
    ['2024-03-01T01:30:00+01:30', '2024-03-01T00:00:00.000Z'],
    ['2024-02-29T23:59:59.5Z', '2024-02-29T23:59:59.500Z'],
    [1_709_251_200_000, '2024-03-01T00:00:00.000Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
  ])('the instant %p is %s', (written, instant) => expect(normal({ ...BASE, start: written }).start).toBe(instant));
  test('integral numbers are integers, and −0 is 0', () => {
    const text = '{"params": {"fast": 5.0, "slow": 1.5e1}, "name": "dual_sma"}';
    expect(canonicalJson(normal({ ...BASE, strategy: JSON.parse(text) as RunConfig['strategy'] }).strategy)).toBe(
      '{"name":"dual_sma","params":{"fast":5,"long_only":false,"slow":15}}',
    );
    expect(hashOf({ ...BASE, execution: { fee_bps: -0 }, seed: -0 })).toBe(hashOf({ ...BASE, seed: 0 }));
  });
});

describe("B2: where dual_sma's windows come from", () => {
  const sma = (window: number) => ({ name: 'sma', params: { window } });
  const dual = (fast: number, slow: number) => ({ name: 'dual_sma', params: { fast, slow } });
  const windows = (params: object | undefined, ...indicators: object[]) => {
    const { fast, slow } = at({ ...BASE, indicators, strategy: { name: 'dual_sma', ...(params && { params }) } }, 'strategy', 'params') as {
      fast: number;
      slow: number;
    };
    return [fast, slow];
  };
  test('from the parameters, before anything else', () => expect(windows({ fast: 3, slow: 4 }, dual(5, 20))).toEqual([3, 4]));
  test("from the config's dual_sma indicator", () => expect(windows(undefined, dual(5, 20))).toEqual([5, 20]));
  test('before two sma indicators', () => expect(windows({}, sma(7), dual(5, 20), sma(9))).toEqual([5, 20]));
  test('from exactly two sma indicators, the shorter and the longer', () => {
    expect(windows({}, sma(15), sma(5))).toEqual([5, 15]);
    expect(windows({}, sma(5), { name: 'ema' }, sma(15))).toEqual([5, 15]);
    expect(windows({}, { name: 'sma', params: { length: 15 } }, { name: 'sma' })).toEqual([15, 20]);
  });
  test('one or three sma indicators say nothing', () => {
    expect(windows({}, sma(5))).toEqual([10, 50]);
    expect(windows({}, sma(5), sma(6), sma(7))).toEqual([10, 50]);
  });
  test('each window by itself, aliases included', () => {
    expect(windows({ fast: 3 }, dual(5, 20))).toEqual([3, 20]);
    expect(windows({ long_window: 30 }, sma(5), sma(15))).toEqual([5, 30]);
    expect(windows({ short_window: 2 }, sma(5), sma(15))).toEqual([2, 15]);
  });
  test('from the defaults', () => expect(windows(undefined)).toEqual([10, 50]));
  test('windows found that do not fit are refused as if written', () => {
    expect(() => windows({ fast: 30 }, dual(5, 20))).toThrow('The RunConfig has 1 problem.');
    expect(() => windows({}, sma(5), sma(5))).toThrow('The RunConfig has 1 problem.');
  });
  test('only for dual_sma', () =>
    expect(at({ ...BASE, strategy: { name: 'ema_cross' }, indicators: [dual(5, 20)] }, 'strategy', 'params', 'fast')).toBe(10));
});

describe('aliases give the same normal form', () => {
  const base = hashOf;
  test('short_window and long_window', () => {
    expect(base(baseWith('/strategy/params', { short_window: 5, long_window: 15 }))).toBe(base(BASE));
  });
  test.each(['length', 'n', 'period', 'timeperiod'])('%s for window', (alias) => {
    expect(base(baseWith('/indicators', [{ name: 'rsi', params: { [alias]: 9 } }]))).toBe(
      base(baseWith('/indicators', [{ name: 'rsi', params: { window: 9 } }])),
    );
  });
  test.each(['trials', 'samples', 'paths', 'n_iter'])('%s for trials, samples and paths', (alias) => {
    const names = { permutation: 'trials', block_bootstrap: 'samples', monte_carlo: 'paths' };
    for (const [method, name] of Object.entries(names)) {
      expect(base(baseWith('/validation', { [method]: { [alias]: 7 } }))).toBe(base(baseWith('/validation', { [method]: { [name]: 7 } })));
    }
  });
  test('n_folds for folds, bootstrap for block_bootstrap', () => {
    expect(base(baseWith('/validation/walk_forward/n_folds', 3))).toBe(base(baseWith('/validation/walk_forward/folds', 3)));
    expect(base(baseWith('/validation/bootstrap', { n_iter: 9 }))).toBe(base(baseWith('/validation/block_bootstrap', { samples: 9 })));
  });
});

describe('what changes nothing in config_hash', () => {
  const configs = caseNames().map((name) => loadCase<object>(name).config);

  test('key order, white space, omitted defaults, keys whose value is undefined', () => {
    fc.assert(
      fc.property(fc.constantFrom(...configs), fc.integer(), (config, seed) => {
        const text = JSON.stringify(shuffled(config, seed), null, Math.abs(seed) % 9);
        expect(hashOf(JSON.parse(text))).toBe(hashOf(config));
        expect(hashOf({ ...(JSON.parse(text) as object), extra: undefined })).toBe(hashOf(config));
      }),
      { numRuns: 200 },
    );
  });
  test('defaults written out: the normal form of a normal form is itself', () => {
    for (const config of configs) expect(normal(normal(config))).toEqual(normal(config));
  });
  test('and what changes it: any single value', () => {
    const changed = [
      baseWith('/seed', 43),
      baseWith('/features', true),
      baseWith('/execution/fee_bps', 1),
      baseWith('/risk/stop_loss', 0.1),
      BASE,
    ];
    expect(new Set(changed.map(hashOf)).size).toBe(changed.length);
  });
});

test('config_hash is the SHA-256 of the JCS of the normal form', async () => {
  const run = await runBacktest({ config: BASE });
  expect(run.config).toEqual(normal(BASE));
  expect(run.config_hash).toBe(hashOf(BASE));
  const { config_hash } = readVectors<{ config_hash: string }>(import.meta.url, 'identity.json');
  expect(run.config_hash).toBe(config_hash);
});

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, seed));
  if (typeof value !== 'object' || value === null) return value;
  const key = (text: string) => [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), seed);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => key(a) - key(b))
      .map(([name, inner]) => [name, shuffled(inner, seed)]),
  );
}
