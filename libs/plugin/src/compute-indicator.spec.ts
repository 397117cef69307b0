import { describe, expect, test } from '@jest/globals';
import { ProjectaError, ValidationFailed } from '@projecta/errors';
import { computeIndicator, warmupOf } from './compute-indicator.js';
import { defineIndicator } from './indicator.js';
import { int } from './param.js';
import { defineStrategy } from './strategy.js';
import { windowOf } from './window.js';

const CANDLES = {
  ts: Float64Array.of(0, 1, 2, 3),
  open: Float64Array.of(1, 2, 3, 4),
  high: Float64Array.of(5, 6, 7, 8),
  low: Float64Array.of(1, 1, 1, 1),
  close: Float64Array.of(2, 4, 6, 8),
};

const about = { title: 'Lagged', description: 'Lagged.' };
const lag = defineIndicator({
  ...about,
  name: 'lag',
  params: { window: windowOf(2), gap: int({ min: 0, default: 0 }) },
  check: ({ window, gap }) => (gap > window ? { param: 'gap', message: `gap (${gap}) is above window (${window}).` } : undefined),
  inputs: ['source'],
  outputs: ['lag'],
  warmup: ({ window }) => window,
  compute({ source }, { window }, { lag: out }) {
    for (let t = window; t < out.length; t++) out[t] = source[t - window]!;
  },
});
const range = defineIndicator({
  ...about,
  name: 'range',
  params: {},
  inputs: ['high', 'low', 'volume'],
  outputs: ['top', 'bottom'],
  warmup: () => ({ top: 0, bottom: 3 }),
  compute({ high, low }, _params, { top, bottom }) {
    top.set(high);
    bottom[3] = low[3]!;
  },
});

describe('computeIndicator', () => {
  test('fills columns as long as the candles, NaN before the first defined value', () => {
    expect(computeIndicator(lag, CANDLES)).toEqual({ lag: Float64Array.of(NaN, NaN, 2, 4) });
    expect(computeIndicator(lag, CANDLES, { window: 9 })).toEqual({ lag: Float64Array.of(NaN, NaN, NaN, NaN) });
  });
  test('reads the source it is given: a column by name, or any series', () => {
    expect(computeIndicator(lag, CANDLES, {}, { source: 'high' }).lag).toEqual(Float64Array.of(NaN, NaN, 5, 6));
    expect(computeIndicator(lag, CANDLES, {}, { source: Float64Array.of(9, 8, 7, 6) }).lag).toEqual(Float64Array.of(NaN, NaN, 9, 8));
  });
  test('takes aliases and defaults of parameters', () => {
    expect(computeIndicator(lag, CANDLES, { length: 1 })).toEqual(computeIndicator(lag, CANDLES, { window: 1 }));
  });
  test('works in memory that is handed to it, whatever was in it', () => {
    const column = Float64Array.of(7, 7, 7, 7);
    const out = computeIndicator(lag, CANDLES, {}, { allocate: () => column });
    expect(out['lag']).toBe(column);
    expect(column).toEqual(Float64Array.of(NaN, NaN, 2, 4));
  });
  test('refuses bad parameters, and ones that do not fit together, with their paths', () => {
    const problems = (params: object) => {
      try {
        computeIndicator(lag, CANDLES, params as never);
      } catch (error) {
        expect(error).toBeInstanceOf(ValidationFailed);
        return (error as ValidationFailed).errors.map(({ path, code }) => `${code} ${path}`);
      }
      return [];
    };
    expect(problems({ window: 0, gap: 'x' })).toEqual(['OUT_OF_RANGE /params/window', 'WRONG_TYPE /params/gap']);
    expect(problems({ window: 1, gap: 2 })).toEqual(['OUT_OF_RANGE /params/gap']);
  });
  test('refuses candles without a column that it needs, and says so', () => {
    const without = () => computeIndicator(range, CANDLES);
    expect(without).toThrow(ProjectaError);
    expect(without).toThrow('range needs the volume column, which these candles do not have. Add the column or leave the indicator out.');
    expect(() => computeIndicator(lag, CANDLES, {}, { source: 'vwap' })).toThrow('lag needs the vwap column');
    expect(computeIndicator(range, { ...CANDLES, volume: CANDLES.ts })).toEqual({
      top: CANDLES.high,
      bottom: Float64Array.of(NaN, NaN, NaN, 1),
    });
  });
});

test('warmupOf is the bar at which all outputs are there', () => {
  expect([warmupOf(lag, {}), warmupOf(lag, { n: 5 }), warmupOf(range, {})]).toEqual([2, 5, 3]);
});

describe('definitions', () => {
  test('an indicator with parameters is a reference to itself', () => {
    expect(lag.of()).toEqual({ indicator: lag, params: {} });
    expect(lag.of({ window: 3 }, 'open')).toEqual({ indicator: lag, params: { window: 3 }, source: 'open' });
  });
  test('B4: every strategy takes long_only, and its form is what it has', () => {
    const vector = defineStrategy({ ...about, name: 'v', params: {}, target: () => undefined });
    const step = defineStrategy({ ...about, name: 's', params: { k: int({ default: 1 }) }, onBar: () => 0 });
    expect([vector.form, step.form]).toEqual(['vector', 'step']);
    expect(Object.keys(step.params)).toEqual(['k', 'long_only']);
    expect(step.params.long_only).toMatchObject({ type: 'flag', default: false });
    expect(step.with({ k: 2, long_only: true })).toEqual({ name: 's', params: { k: 2, long_only: true } });
    expect(vector.with()).toEqual({ name: 'v', params: {} });
  });
});
