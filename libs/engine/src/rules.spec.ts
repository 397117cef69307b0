import { describe, expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import { type Problem, ProjectaError } from '@projecta/errors';
import { defineIndicator, windowOf } from '@projecta/plugin';
import { catalogueOf } from './catalogue.js';
import { runBacktest } from './run-backtest.js';
import { BASE, baseWith } from './testing/base-config.twin.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import { validateRunConfig } from './validate-run-config.js';

const rules = (params: Readonly<Record<string, unknown>>) => ({ strategy: { name: 'rules', params } }) as const;
const MARKET = marketOf({ bars: 120, seed: 3, volume: true });

/** The value of the bar before, so that what it computes can be written without it. */
const lag = defineIndicator({
  ...{ name: 'lag', version: '2.1.0', title: 'Lag', description: 'The value `window` bars ago.' },
  params: { window: windowOf(1) },
  inputs: ['source'],
  outputs: ['lag'],
  warmup: ({ window }) => window,
  compute: ({ source }, { window }, { lag: out }) =>
    out.set(source.subarray(0, Math.max(0, out.length - window)), Math.min(window, out.length)),
});

async function refusal(run: Promise<unknown>): Promise<ProjectaError> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProjectaError)) throw new Error('It was not refused.');
  return error;
}

describe('rules in a config', () => {
  const problemsOf = (params: Readonly<Record<string, unknown>>): readonly Problem[] =>
    validateRunConfig({ ...BASE, ...rules(params) }).errors;

  test('are BAD_EXPRESSION at their paths, all at once, beside what else is wrong', () => {
    const problems = problemsOf({ long: 'clos > 1', short: 'close >', exit: 5, lon: 'x', long_only: 'yes' });
    expect(problems.map(({ path, code }) => `${code} ${path}`).sort()).toEqual([
      'BAD_EXPRESSION /strategy/params/long',
      'BAD_EXPRESSION /strategy/params/short',
      'UNKNOWN_KEY /strategy/params/lon',
      'WRONG_TYPE /strategy/params/exit',
      'WRONG_TYPE /strategy/params/long_only',
    ]);
    expect(problems.find(({ path }) => path.endsWith('/long'))!.message).toBe(
      'is wrong at column 1: there is no column "clos". Did you mean "close"?',
    );
  });
  test('need a long; what they say of the others is told all the same', () => {
    expect(problemsOf({ exit: 'close' }).map(({ path, code }) => `${code} ${path}`)).toEqual([
      'REQUIRED /strategy/params/long',
      'BAD_EXPRESSION /strategy/params/exit',
    ]);
  });
  test('may name every indicator of the catalogue, the long tail among them, and are told the nearest name of all', () => {
    expect(problemsOf({ long: 'wema(close, 5) > sma(close, 5) and three_white_soldiers() == 0' })).toEqual([]);
    expect(problemsOf({ long: 'three_white_soldier() > 0' })[0]!.message).toContain('Did you mean "three_white_soldiers"?');
  });
  test('F2: short and exit stay absent when they are absent, and the texts stay as they are written', () => {
    const long = ' close >\n sma( close,3 ) ';
    const valid = validateRunConfig({ ...BASE, ...rules({ long }) });
    expect(valid.valid && valid.config.strategy.params).toEqual({ long, long_only: false });
    const other = validateRunConfig({ ...BASE, ...rules({ long: long.trim() }) });
    expect(valid.valid && other.valid && valid.config_hash === other.config_hash).toBe(false);
  });
});

describe('a run of rules', () => {
  test('is a run of the built-in strategy they spell, to the last bit', async () => {
    const crossing = { long: 'sma(close, 5) > sma(close, 15)', short: 'sma(close, 5) < sma(close, 15)' };
    const written = await runOn(MARKET, rules(crossing));
    const builtIn = await runOn(MARKET, { strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } } });
    expect(written.directions).toEqual(builtIn.directions);
    expect(written.metrics).toEqual(builtIn.metrics);
    expect(written.fills.length).toBeGreaterThan(4);
  });
  test('B4: long_only cuts at 0 after their own state machine', async () => {
    const both = { long: 'close > close[1]', short: 'close < close[1]' };
    const { directions } = await runOn(MARKET, rules(both));
    expect(new Set(directions)).toEqual(new Set([0, 1, -1]));
    const { directions: longOnly } = await runOn(MARKET, rules({ ...both, long_only: true }));
    expect(longOnly).toEqual(directions.map((one) => Math.max(one, 0)));
  });
  test('B6: needs two bars, whatever its windows', async () => {
    const [end, next] = [MARKET.ts[2]!, MARKET.ts[1]!];
    expect((await runOn(MARKET, { ...rules({ long: 'sma(close, 500) > 1' }), end })).directions).toEqual(new Float64Array(2));
    expect((await refusal(runOn(MARKET, { ...rules({ long: 'close > 1' }), end: next }))).code).toBe('TOO_FEW_BARS');
  });
  test('has its certificate at every bar, also over indicators of indicators', async () => {
    const config = rules({
      long: 'crosses_above(ema(rsi(close, 5), 3), sma(rsi(close, 5)[1], 4))',
      short: 'macd(high - low, 3, 6, 2).histogram > 0 and not (volume / (volume - volume[2]) > 0)',
      exit: 'close < lowest(low, 4)[1]',
    });
    const run = await runOn(MARKET, { ...config, validation: { causality: { checks: 120 } } });
    expect(run.causality).toMatchObject({ causal: true, covered: 1 });
    expect(new Set(run.directions).size).toBe(3);
  });
  test('is refused where the data lack a column that it names or an indicator of its reads', async () => {
    const { volume: _volume, ...bare } = MARKET;
    for (const long of ['volume > 1', 'close > vwap', 'mfi(14) > 50', 'sma(volume, 3) > 1', 'sma(volume * 2, 3) > 1'])
      expect(await refusal(runOn(bare as Candles, rules({ long })))).toMatchObject({ code: 'DATA_INVALID' });
    await runOn(bare as Candles, rules({ long: 'close > open' }));
  });
});

describe('a user’s indicator in rules', () => {
  test('is called like any other, of a column or of a series, and is part of the identity', async () => {
    const plain = await runOn(MARKET, rules({ long: 'close > close[1]', short: '(high - low)[3] > high - low' }));
    for (const own of [
      { long: 'close > lag(close)', short: '(high - low)[3] > high - low' },
      { long: 'close > close[1]', short: 'lag(high - low, 3) > high - low' },
    ]) {
      const run = await runOn(MARKET, rules(own), { plugins: [lag] });
      expect(run.directions).toEqual(plain.directions);
      expect(run.identity.plugins).toEqual([{ kind: 'indicator', name: 'lag', version: '2.1.0', digest: null }]);
    }
    expect(plain.identity.plugins).toEqual([]);
  });
  test('that is not used is not', async () => {
    expect((await runOn(MARKET, rules({ long: 'close > open' }), { plugins: [lag] })).identity.plugins).toEqual([]);
  });
  test('is unknown without its plug-in', async () => {
    const error = await refusal(runBacktest({ config: baseWith('/strategy', rules({ long: 'close > lag(close)' }).strategy) }));
    expect(error.errors).toMatchObject([{ path: '/strategy/params/long', code: 'BAD_EXPRESSION' }]);
  });
  test('that throws is named', async () => {
    const broken = {
      ...lag,
      compute: () => {
        throw new Error('no data');
      },
    } as typeof lag;
    const error = await refusal(runOn(MARKET, rules({ long: 'lag(close + 1) > 1' }), { plugins: [broken] }));
    expect(error).toMatchObject({ code: 'STRATEGY_ERROR', message: 'The strategy rules threw: no data' });
  });
});

test('the catalogue holds one rules, over its own indicators', () => {
  const catalogue = catalogueOf([lag]);
  const problems = (name: 'with' | 'without') =>
    (name === 'with' ? catalogue : catalogueOf()).strategy.get('rules')!.problems!({ long: 'lag(close) > 1' });
  expect(problems('with')).toEqual([]);
  expect(problems('without')).toHaveLength(1);
});
