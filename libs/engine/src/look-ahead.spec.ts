import { describe, expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import type { ProjectaError } from '@projecta/errors';
import { sha256Hex } from '@projecta/hashing/node';
import { type BarView, defineStrategy } from '@projecta/plugin';
import { catalogueOf } from './catalogue.js';
import type { RunConfig } from './config/run-config.js';
import { backtestMemory } from './run-backtest.js';
import { marketOf, type Mood } from './testing/market.twin.js';
import { cutData, firstDifference, literalCuts } from './testing/naive-certificate.twin.js';
import { byIndicator, closeStrategy, honestRisk, knowingRisk, PEEKING, tomorrow } from './testing/peeking.twin.js';
import { runOn } from './testing/run-on.twin.js';
import type { UserPlugin } from './user-plugin.js';

const PLUGINS: readonly UserPlugin[] = [...PEEKING, byIndicator, tomorrow, knowingRisk, honestRisk];
const WALK = marketOf({ bars: 200, seed: 5 });

const failure = async (run: Promise<unknown>): Promise<ProjectaError> =>
  run.then(
    () => Promise.reject(new Error('the peek was not caught')),
    (error: ProjectaError) => error,
  );

describe('a strategy that peeks fails with LOOK_AHEAD, which names it and the first bar that differs', () => {
  test.each(PEEKING)('$name', async (strategy) => {
    const decide = ({ close }: Candles): number[] =>
      keptLast(
        Float64Array.from(close, () => NaN),
        (out) => strategy.target({ close } as never, {}, out),
      );
    const bar = firstDifference(decide, WALK, literalCuts(200, 0));
    const error = await failure(runOn(WALK, { strategy: { name: strategy.name } }, { plugins: PLUGINS }));
    expect(error.code).toBe('LOOK_AHEAD');
    expect(error.message).toContain(`${strategy.name} looks ahead: its decision at bar ${bar} is `);
    expect(error.message).toContain('A decision at t may use bars 0..t only.');
  });
  test('through an indicator of its own', async () => {
    const error = await failure(runOn(WALK, { strategy: { name: 'by_indicator' } }, { plugins: PLUGINS }));
    expect([error.code, error.message]).toEqual(['LOOK_AHEAD', expect.stringContaining('by_indicator looks ahead: its decision at bar ')]);
  });
  test("and so does a user's risk model; its honest brother does not", async () => {
    const config = { strategy: { name: 'momentum', params: { lookback: 3 } } };
    const error = await failure(runOn(WALK, { ...config, risk: { model: 'knowing_risk' } }, { plugins: PLUGINS }));
    expect([error.code, error.message]).toEqual(['LOOK_AHEAD', expect.stringContaining('knowing_risk looks ahead: its decision at bar ')]);
    const run = await runOn(WALK, { ...config, risk: { model: 'honest_risk' } }, { plugins: PLUGINS });
    expect(run.causality.causal).toBe(true);
  });
  test('a peek at a single bar is caught where a cut lies on it, so by checks: n at any bar', async () => {
    const at = (bar: number) => closeStrategy('once', (close, t) => (t === bar ? 1 / (1 + (close[t + 1] ?? 0)) : 1));
    for (const bar of [3, 77, 141, 198]) {
      const run = (checks: number) =>
        runOn(WALK, { strategy: { name: 'once' }, validation: { causality: { checks } } }, { plugins: [at(bar)] });
      const error = await failure(run(200));
      expect(error.message).toContain(`once looks ahead: its decision at bar ${bar} is `);
      if (!literalCuts(200, 0).includes(bar)) expect((await run(16)).causality.covered).toBe(16 / 200);
    }
  });
});

describe('the step form cannot peek', () => {
  const reaching = (read: (view: BarView) => number) =>
    defineStrategy({
      name: 'reaches',
      version: '1',
      title: 'Reaches',
      description: 'Reaches.',
      params: {},
      onBar: (view) => Math.sign(read(view)),
    });
  const run = (read: (view: BarView) => number) => runOn(WALK, { strategy: { name: 'reaches' } }, { plugins: [reaching(read)] });

  test.each(['ts', 'open', 'high', 'low', 'close', 'volume'] as const)('view.%s(-1) throws LOOK_AHEAD', async (column) => {
    const error = await failure(run((view) => view[column](-1)));
    expect(error.code).toBe('LOOK_AHEAD');
    expect(error.message).toContain('The strategy reaches asked for bar t + 1 at t = 0');
  });
  test('nor by NaN or a fraction; before the first bar there is nothing', async () => {
    expect((await failure(run((view) => view.close(NaN)))).code).toBe('LOOK_AHEAD');
    expect((await failure(run((view) => view.close(-0.5)))).code).toBe('LOOK_AHEAD');
    expect((await failure(run((view) => (view.t > 0 ? view.close(0.5) : 0)))).message).toContain('`ago` is a whole number');
    const opinions = await run((view) => (Number.isNaN(view.close(view.t + 1)) && Number.isNaN(view.close(Infinity)) ? 1 : -1));
    expect(opinions.directions.every((one) => one === 1)).toBe(true);
  });
  test('the view has no other way to a bar, and cannot be moved', async () => {
    const keys = new Set<string>();
    await run((view) => {
      for (const key of Object.keys(view)) keys.add(key);
      expect(() => Object.assign(view, { t: 150 })).toThrow(TypeError);
      return view.close();
    });
    expect([...keys].sort()).toEqual([
      'close',
      'entryPrice',
      'equity',
      'feature',
      'high',
      'low',
      'open',
      'position',
      't',
      'ts',
      'volume',
      'vwap',
    ]);
  });
});

describe('honest strategies are never accused', () => {
  const memory = backtestMemory();
  const moods: readonly Mood[] = ['walk', 'ticks', 'flat', 'gaps'];
  const configs: Readonly<Record<string, object>> = {
    dual_sma: { fast: 2, slow: 5 },
    ema_cross: { fast: 3, slow: 7 },
    macd: { fast: 3, slow: 6, signal: 3 },
    rsi_reversion: { window: 3, oversold: 40, overbought: 60 },
    bollinger_reversion: { window: 5, k: 1 },
    donchian_breakout: { entry: 5, exit: 3 },
    momentum: { lookback: 4 },
    buy_and_hold: {},
    rules: { long: 'crosses_above(close, sma(close, 4))', exit: 'close < close[3]' },
    step_momentum: {},
  };
  const stepMomentum = defineStrategy({
    ...{ name: 'step_momentum', version: '1', title: 'Step', description: 'Momentum with its own stop.', params: {} },
    onBar: (view) => (view.position > 0 && view.close() < 0.97 * view.entryPrice ? 0 : Math.sign(view.close() - view.close(3))),
  });
  const builtIn = catalogueOf().strategy;
  test('every built-in one is listed here', () => {
    for (const name of builtIn.keys()) expect(Object.keys(configs)).toContain(name);
  });
  test.each(Object.entries(configs).filter(([name]) => name === 'step_momentum' || builtIn.has(name)))(
    '%s, on 112 data sets',
    async (name, params) => {
      for (let seed = 0; seed < 112; seed++) {
        const candles = marketOf({ bars: 12 + ((seed * 7) % 50), mood: moods[seed % 4]!, seed, volume: seed % 3 > 0 });
        const risk: RunConfig['risk'] =
          seed % 5 === 0
            ? { stop_loss: 0.03, take_profit: 0.02 }
            : seed % 5 === 1
              ? { model: 'volatility_target', params: { lookback: 3 } }
              : {};
        const checks = seed % 7 === 0 ? candles.ts.length : 16;
        const strategy = { name, params: { ...params, long_only: seed % 2 === 0 } };
        const config = { strategy, risk, seed, validation: { causality: { checks } } };
        const { causality } = await runOn(candles, config as Partial<RunConfig>, { plugins: [stepMomentum], memory });
        expect(causality.causal).toBe(true);
        expect(causality.covered).toBe(Math.min(1, checks / candles.ts.length));
      }
    },
  );
});

describe('the certificate', () => {
  const certified = (bars: number, slow: number, checks?: number) =>
    runOn(marketOf({ bars, seed: 9 }), {
      strategy: { name: 'dual_sma', params: { fast: 2, slow } },
      ...(checks !== undefined && { validation: { causality: { checks } } }),
    });

  test('causality cuts: n−2, n/2, n/4 … beyond the warm-up, then warm-up, warm-up + 1 …, distinct, 16 of them', async () => {
    for (const [bars, slow] of [
      [200, 15],
      [100, 60],
      [333, 3],
      [1024, 50],
      [64, 33],
    ] as const) {
      const { causality } = await certified(bars, slow);
      expect(causality.cuts).toEqual(literalCuts(bars, slow - 1));
      expect(causality.covered).toBe(16 / bars);
    }
    expect((await certified(200, 50)).causality.cuts).toEqual([198, 100, 50, 49, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62]);
  });
  test('validation.causality.checks sets N; as many as there are bars is every bar', async () => {
    expect((await certified(200, 15, 40)).causality.cuts).toEqual(literalCuts(200, 14, 40));
    expect((await certified(200, 15, 3)).causality.cuts).toEqual([198, 100, 50]);
    for (const checks of [60, 1000]) {
      const { cuts, covered } = (await certified(60, 15, checks)).causality;
      expect([...cuts].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, t) => t));
      expect(covered).toBe(1);
    }
  });
  test('its digests are those of the decisions up to each cut', async () => {
    const { directions, causality } = await certified(200, 15, 30);
    expect(causality.digests).toEqual(causality.cuts.map((cut) => digestUpTo(directions, cut)));
    expect(new Set(causality.digests).size).toBeGreaterThan(3);
  });
  test('says what it covers and what it cannot see', async () => {
    expect((await certified(60, 5)).causality.note).toMatch(/single bar is caught only where a cut lies on it.*survivorship/);
  });
  test('a run that fills at the close it decided on is not causal', async () => {
    const run = await runOn(WALK, { execution: { fill_price: 'close_same' } });
    expect([run.causality.causal, run.summary.causal]).toEqual([false, false]);
    expect(run.summary.warnings.map(({ code }) => code)).toContain('NOT_CAUSAL');
  });
  test('shows the strategy at even cuts the data ended, at odd ones 8 other bars; and costs at most three passes', async () => {
    const seen: number[][] = [];
    const watching = closeStrategy('watching', () => 1);
    const strategy = {
      ...watching,
      target: ((columns, params, out) => {
        seen.push([...(columns as unknown as { close: Float64Array }).close]);
        watching.target(columns, params, out);
      }) as typeof watching.target,
    };
    const candles = marketOf({ bars: 4000, seed: 2 });
    const { causality } = await runOn(candles, { strategy: { name: 'watching' } }, { plugins: [strategy] });
    const [whole, ...again] = seen;
    expect(whole).toEqual([...candles.close]);
    expect(again).toEqual(causality.cuts.map((cut, i) => [...cutData(candles, cut, i).close]));
    expect(again.reduce((sum, one) => sum + one.length, 0)).toBeLessThanOrEqual(3 * 4000);
  });
});

/** Semantics §3: NaN keeps the last opinion, flat before the first. */
function keptLast(out: Float64Array, fill: (out: Float64Array) => void): number[] {
  fill(out);
  let last = 0;
  return Array.from(out, (opinion) => (last = Number.isNaN(opinion) ? last : opinion));
}

/** The encoding in words: a line, then bar and direction of every change up to the cut, little-endian doubles. */
function digestUpTo(directions: Float64Array, cut: number): string {
  const changes = [...directions.subarray(0, cut + 1)].flatMap((direction, t) =>
    direction === (directions[t - 1] ?? 0) ? [] : [t, direction],
  );
  const line = [...'projecta-decisions-1\n'].map((letter) => letter.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(line.length + 8 * changes.length));
  line.forEach((byte, i) => view.setUint8(i, byte));
  changes.forEach((value, i) => view.setFloat64(line.length + 8 * i, value, true));
  return sha256Hex(new Uint8Array(view.buffer));
}
