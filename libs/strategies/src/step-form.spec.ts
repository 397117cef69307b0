import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rsi, sma } from '@projecta/indicators';
import { checkParams, defineStrategy, type BarView, type StepStrategy, type VectorStrategy } from '@projecta/plugin';
import { candlesOf, directionsOf, featuresOf } from './directions-of.twin.js';
import { dual_sma } from './dual-sma.js';
import { fastBelowSlow } from './fast-below-slow.js';
import { fastSlow } from './fast-slow.js';
import { momentum } from './momentum.js';
import { rsi_reversion } from './rsi-reversion.js';
import { rules } from './rules.js';

type Bars = ReturnType<typeof candlesOf>;

const step_dual_sma = defineStrategy({
  name: 'step_dual_sma',
  title: 'Dual moving average, bar by bar',
  description: 'dual_sma in step form.',
  params: fastSlow(10, 50),
  check: fastBelowSlow,
  features: ({ fast, slow }) => ({ fast: sma.of({ window: fast }), slow: sma.of({ window: slow }) }),
  onBar(view) {
    return Math.sign(view.feature('fast') - view.feature('slow')) || NaN;
  },
});

const step_rsi_reversion = defineStrategy({
  name: 'step_rsi_reversion',
  title: 'RSI reversion, bar by bar',
  description: 'rsi_reversion in step form, its side kept in a state of its own.',
  params: { window: rsi_reversion.params.window, oversold: rsi_reversion.params.oversold, overbought: rsi_reversion.params.overbought },
  features: ({ window }) => ({ strength: rsi.of({ window }) }),
  start: () => ({ side: 0 }),
  onBar(view, state: { side: number }, { oversold, overbought }) {
    const strength = view.feature('strength');
    if (Number.isNaN(strength)) return NaN;
    if (strength < oversold) state.side = 1;
    else if (strength > overbought) state.side = -1;
    else if (state.side * (strength - 50) >= 0) state.side = 0;
    return state.side;
  },
});

const step_momentum = defineStrategy({
  name: 'step_momentum',
  title: 'Momentum, bar by bar',
  description: 'momentum in step form, from the bars of the view alone.',
  params: { lookback: momentum.params.lookback },
  onBar: (view, _state, { lookback }) => Math.sign(view.close() - view.close(lookback)),
});

const BREAKOUT = { long: 'crosses_above(close, sma(close, 3))', exit: 'close < close[2] or close[1] == close' };

const step_breakout = defineStrategy({
  name: 'step_breakout',
  title: 'A rule set, bar by bar',
  description: 'The rules above in step form.',
  params: { long: rules.params.long, exit: rules.params.exit },
  features: () => ({ average: sma.of({ window: 3 }) }),
  onBar(view) {
    if (view.close() < view.close(2) || view.close(1) === view.close()) return 0;
    return view.close(1) <= view.feature('average', 1) && view.close() > view.feature('average') ? 1 : NaN;
  },
});

/** What a run does with a step strategy, without trading: one call a bar, a view that ends at it. */
function stepDirections(strategy: StepStrategy, candles: Bars, submitted: Readonly<Record<string, unknown>>): Float64Array {
  const { params } = checkParams(strategy.params, submitted, '/params');
  const features: Record<string, Float64Array> = {};
  for (const { name, outputs } of featuresOf(strategy, candles, params)) {
    const list = Object.entries(outputs);
    for (const [output, column] of list) features[list.length === 1 ? name : `${name}.${output}`] = column;
  }
  let now = 0;
  const at =
    (column: Float64Array | undefined) =>
    (ago = 0) => {
      if (!(ago >= 0)) throw new RangeError(`${ago} bars ago is the future.`);
      return column?.[now - ago] ?? NaN;
    };
  const view: BarView = {
    get t() {
      return now;
    },
    ts: at(candles.ts),
    open: at(candles.open),
    high: at(candles.high),
    low: at(candles.low),
    close: at(candles.close),
    volume: at(candles.volume),
    vwap: at(candles.vwap),
    feature: (name, ago) => at(features[name])(ago),
    position: 0,
    entryPrice: NaN,
    equity: 100_000,
  };
  const state = strategy.start?.(params);
  return candles.close.map((_, t) => {
    now = t;
    return strategy.onBar(view, state, params);
  });
}

describe('the step form gives the directions of the vector form', () => {
  const walk = fc
    .array(fc.integer({ min: -3, max: 3 }), { maxLength: 90 })
    .map((steps) => steps.reduce<number[]>((prices, step) => [...prices, Math.max(1, prices.at(-1)! + step)], [20]));

  const pairs: readonly [VectorStrategy, StepStrategy, Readonly<Record<string, number | string>>][] = [
    [dual_sma, step_dual_sma, { fast: 3, slow: 7 }],
    [dual_sma, step_dual_sma, {}],
    [rsi_reversion, step_rsi_reversion, { window: 3, oversold: 40, overbought: 60 }],
    [momentum, step_momentum, { lookback: 4 }],
    [rules, step_breakout, BREAKOUT],
  ];
  test.each(pairs)('$name', (vector, step, params) => {
    expect([vector.form, step.form]).toEqual(['vector', 'step']);
    fc.assert(
      fc.property(walk, (close) => {
        const candles = candlesOf(close);
        expect(stepDirections(step, candles, params)).toEqual(directionsOf(vector, candles, params));
      }),
      { seed: 36 },
    );
  });

  test('and trades in them: the pairs agree on more than silence', () => {
    const candles = candlesOf(Array.from({ length: 90 }, (_, t) => 20 + ((t * t) % 17)));
    for (const [, step, params] of pairs) expect(new Set(stepDirections(step, candles, params)).size).toBeGreaterThan(2);
  });
});
