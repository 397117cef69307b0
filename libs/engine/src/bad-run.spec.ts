import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { defineIndicator, defineRiskModel, defineSlippageModel, defineStrategy } from '@projecta/plugin';
import { runBacktest } from './run-backtest.js';
import { BASE } from './testing/base-config.twin.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import type { UserPlugin } from './user-plugin.js';

async function refusal(run: Promise<unknown>): Promise<ProjectaError> {
  const error: unknown = await run.then(
    () => new Error('the run was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProjectaError)) throw error;
  return error;
}

const places = ({ errors }: ProjectaError) => errors.map(({ path, code }) => ({ path, code }));

const about = { title: 'Mine', description: 'Mine.' };
const steady = defineStrategy({ ...about, name: 'steady', version: '1', params: {}, target: (_columns, _params, out) => void out.fill(1) });

describe('what only the data can tell', () => {
  test('too few bars: the message gives both numbers, and what to do', async () => {
    const error = await refusal(runBacktest({ config: { ...BASE, end: '2024-01-16' } }));
    expect(error.code).toBe('TOO_FEW_BARS');
    expect(places(error)).toEqual([{ path: '/end', code: 'TOO_FEW_BARS' }]);
    expect(error.message).toContain('has 15 bars');
    expect(error.message).toContain('needs at least 16 (its warm-up of 14 + 2)');
    expect(error.message).toContain('Widen the span or shorten the windows');
    await expect(runBacktest({ config: { ...BASE, end: '2024-01-17' } })).resolves.toBeDefined();
  });
  test('B6: the lookback of a risk model does not count towards too few bars', async () => {
    const risk = { model: 'volatility_target', params: { lookback: 500 } };
    const run = await runBacktest({ config: { ...BASE, end: '2024-01-17', risk } });
    expect(run.fills).toEqual([]);
  });
  test('a span without a bar is too few bars', async () => {
    const error = await refusal(runOn(marketOf({ bars: 30 }), { start: '2030-01-01', end: '2031-01-01' }));
    expect(error.code).toBe('TOO_FEW_BARS');
    expect(error.message).toContain('has 0 bars');
  });
  test('a timeframe finer than the data, or one that whole bars do not fill', async () => {
    const fine = await refusal(runOn(marketOf({ bars: 60 }), { timeframe: '4h' }));
    expect([fine.code, places(fine)]).toEqual(['TIMEFRAME_TOO_FINE', [{ path: '/timeframe', code: 'TIMEFRAME_TOO_FINE' }]]);
    expect(fine.message).toContain("The timeframe 4h is finer than the data set's own 1d. Use one of 1d, 1w.");
    const uneven = await refusal(runOn(marketOf({ bars: 60, stepMs: 7_200_000 }), { timeframe: '3m' }));
    expect(uneven.code).toBe('TIMEFRAME_TOO_FINE');
  });
  test('a symbol without candles', async () => {
    const error = await refusal(runBacktest({ config: { ...BASE, symbol: 'NOWHERE' } }));
    expect(places(error)).toEqual([{ path: '/symbol', code: 'DATA_NOT_FOUND' }]);
    expect(error.message).toContain('There are no candles for NOWHERE. Pass them');
  });
  test('candles that break a rule: row, column and value', async () => {
    const candles = marketOf({ bars: 30 });
    candles.close[6] = NaN;
    const error = await refusal(runOn(candles));
    expect(error.code).toBe('DATA_INVALID');
    expect(error.message).toMatch(/MARKET: row 7, column close: NaN/);
  });
});

describe('columns that the candles do not have', () => {
  test('vwap_next without a vwap column', async () => {
    const error = await refusal(runOn(marketOf({ bars: 30 }), { execution: { fill_price: 'vwap_next' } }));
    expect(error.code).toBe('DATA_INVALID');
    expect(places(error)).toEqual([{ path: '/execution/fill_price', code: 'DATA_INVALID' }]);
    expect(error.message).toContain('vwap_next needs the vwap column');
    expect(error.message).toContain('Add the column or fill at open_next');
    await expect(runOn(marketOf({ bars: 30, vwap: true }), { execution: { fill_price: 'vwap_next' } })).resolves.toBeDefined();
  });
  test('all of them at once: an indicator, a source, a strategy, a fill price', async () => {
    const thirsty = defineStrategy({ ...about, name: 'thirsty', version: '1', params: {}, inputs: ['volume'], target: () => undefined });
    const indicators = [{ name: 'sma' }, { name: 'obv' }, { name: 'ema', params: { source: 'volume' } }];
    const config = { indicators, strategy: { name: 'thirsty' }, execution: { fill_price: 'vwap_next' as const } };
    const error = await refusal(runOn(marketOf({ bars: 40, volume: false }), config, { plugins: [thirsty] }));
    expect(places(error)).toEqual(
      ['/indicators/1', '/indicators/2', '/strategy', '/execution/fill_price'].map((path) => ({ path, code: 'DATA_INVALID' })),
    );
    expect(error.message).toContain('The indicator obv needs the volume column');
    expect(error.message).toContain('(and 3 more problems)');
  });
  test('a strategy through its features, and a risk model', async () => {
    const flow = defineIndicator({
      ...about,
      name: 'flow',
      version: '1',
      params: {},
      inputs: ['volume'],
      outputs: ['flow'],
      warmup: () => 0,
      compute: ({ volume }, _params, { flow: out }) => out.set(volume),
    });
    const strategy = defineStrategy({
      ...about,
      name: 's',
      version: '1',
      params: {},
      features: () => ({ f: flow.of() }),
      target: () => undefined,
    });
    const risk = defineRiskModel({ ...about, name: 'r', version: '1', params: {}, inputs: ['vwap'], bind: () => () => 1 });
    const config = { strategy: { name: 's' }, risk: { model: 'r' } };
    const error = await refusal(runOn(marketOf({ bars: 40, volume: false }), config, { plugins: [strategy, risk] }));
    expect(error.errors.map(({ path }) => path)).toEqual(['/strategy', '/risk/model']);
  });
  test('a step strategy that reads one on the way', async () => {
    const reads = defineStrategy({ ...about, name: 'reads', version: '1', params: {}, onBar: (view) => Math.sign(view.volume()) });
    const error = await refusal(runOn(marketOf({ bars: 9, volume: false }), { strategy: { name: 'reads' } }, { plugins: [reads] }));
    expect(error.code).toBe('DATA_INVALID');
    expect(error.message).toContain('reads needs the volume column');
  });
});

describe('plug-ins that cannot be taken', () => {
  const refused = async (...plugins: unknown[]): Promise<ProjectaError> =>
    refusal(runBacktest({ config: BASE, plugins: plugins as UserPlugin[] }));
  const { version: _version, ...unversioned } = steady;

  test('without a version: it is part of the identity', async () => {
    for (const plugin of [unversioned, { ...steady, version: '' }, { definition: unversioned, digest: 'ab' }]) {
      const error = await refused(plugin);
      expect(error.code).toBe('REQUIRED');
      expect(error.message).toContain('"steady" needs a version');
    }
  });
  test('under the name of a built-in one, or two of one name', async () => {
    const shadow = await refused({ ...steady, name: 'dual_sma' });
    expect([shadow.code, shadow.message]).toEqual([
      'NOT_ALLOWED',
      expect.stringContaining('a built-in strategy "dual_sma" already; give yours'),
    ]);
    const twice = await refused(steady, { ...steady });
    expect([twice.code, twice.message]).toEqual(['NOT_ALLOWED', expect.stringContaining('Two plug-ins are a strategy "steady"')]);
  });
  test('with a name that is none', async () => {
    for (const name of ['Steady', 'my-strategy', '../x', '', 'a'.repeat(65)])
      expect((await refused({ ...steady, name })).code).toBe('NOT_ALLOWED');
  });
  test('that are no plug-ins', async () => {
    for (const junk of [
      null,
      undefined,
      5,
      'steady',
      {},
      [],
      { kind: 'toString', name: 'x', version: '1' },
      { definition: null },
      { kind: 'validation_method', name: 'x', version: '1' },
    ]) {
      const error = await refused(junk);
      expect(error.code).toBe('NOT_ALLOWED');
      expect(error.message).toContain('must be what defineStrategy');
    }
  });
  test('an indicator that a strategy brings along, without a version', async () => {
    const bare = defineIndicator({
      ...about,
      name: 'bare',
      params: {},
      inputs: ['close'],
      outputs: ['bare'],
      warmup: () => 0,
      compute: () => undefined,
    });
    const user = defineStrategy({
      ...about,
      name: 'user',
      version: '1',
      params: {},
      features: () => ({ bare: bare.of() }),
      target: () => undefined,
    });
    const error = await refusal(runOn(marketOf({ bars: 9 }), { strategy: { name: 'user' } }, { plugins: [user] }));
    expect([error.code, error.message]).toEqual(['REQUIRED', expect.stringContaining('The indicator "bare" needs a version')]);
  });
});

describe('plug-ins that fail on the way say which', () => {
  const boom = (): never => {
    throw new TypeError('boom');
  };
  const versioned = { ...about, version: '1', params: {} };
  const strategies = [
    defineStrategy({ ...versioned, name: 'in_target', target: boom }),
    defineStrategy({ ...versioned, name: 'in_features', features: boom, target: () => undefined }),
    defineStrategy({ ...versioned, name: 'in_warmup', warmup: boom, target: () => undefined }),
    defineStrategy({ ...versioned, name: 'in_check', check: boom, target: () => undefined }),
    defineStrategy({ ...versioned, name: 'in_start', start: boom, onBar: () => 0 }),
    defineStrategy({ ...versioned, name: 'in_on_bar', onBar: boom }),
  ];
  test.each(strategies)('strategy $name', async (strategy) => {
    const error = await refusal(runOn(marketOf({ bars: 9 }), { strategy: { name: strategy.name } }, { plugins: [strategy] }));
    expect([error.code, error.message]).toEqual(['STRATEGY_ERROR', `The strategy ${strategy.name} threw: boom`]);
    expect(error.cause).toBeInstanceOf(TypeError);
  });
  test('indicator, risk model, slippage model', async () => {
    const shape = { inputs: ['close'], outputs: ['bad'], warmup: () => 0 } as const;
    const indicator = defineIndicator({ ...versioned, ...shape, name: 'bad', compute: boom });
    const risk = defineRiskModel({ ...versioned, name: 'bad', bind: () => boom });
    const slippage = defineSlippageModel({ ...versioned, name: 'bad', bind: () => boom });
    const strategy = { name: 'buy_and_hold' };
    const runs = [
      [{ strategy, indicators: [{ name: 'bad' }] }, 'The indicator bad threw: boom'],
      [{ strategy, risk: { model: 'bad' } }, 'The risk model bad threw: boom'],
      [{ strategy, execution: { slippage_model: { model: 'bad' } } }, 'The slippage model bad threw: boom'],
    ] as const;
    for (const [config, message] of runs) {
      const error = await refusal(runOn(marketOf({ bars: 9 }), config, { plugins: [indicator, risk, slippage] }));
      expect([error.code, error.message]).toEqual(['STRATEGY_ERROR', message]);
    }
  });
  test('a price that is none, a direction that is none', async () => {
    const slippage = defineSlippageModel({ ...versioned, name: 'nan', bind: () => () => NaN });
    const wild = defineStrategy({ ...versioned, name: 'wild', target: (_columns, _params, out) => void out.fill(2) });
    const steps = defineStrategy({ ...versioned, name: 'steps', onBar: () => Infinity });
    const runs = [
      [
        { strategy: { name: 'buy_and_hold' }, execution: { slippage_model: { model: 'nan' } } },
        'The slippage model nan gave the price NaN at bar 1',
      ],
      [{ strategy: { name: 'wild' } }, 'The strategy wild gave the direction 2 at bar 0; a direction lies between −1 and 1'],
      [{ strategy: { name: 'steps' } }, 'The strategy steps gave the direction Infinity at bar 0'],
    ] as const;
    for (const [config, message] of runs) {
      const error = await refusal(runOn(marketOf({ bars: 9 }), config, { plugins: [slippage, wild, steps] }));
      expect([error.code, error.message]).toEqual(['STRATEGY_ERROR', expect.stringContaining(message)]);
    }
  });
});
