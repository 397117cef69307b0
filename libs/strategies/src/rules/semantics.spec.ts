import { describe, expect, test } from '@jest/globals';
import * as core from '@projecta/indicators';
import { checkParams, computeIndicator, type IndicatorDefinition } from '@projecta/plugin';
import { candlesOf, directionsOf, heldDirections } from '../directions-of.twin.js';
import { rules } from '../rules.js';
import { truthsOf } from './truths-of.twin.js';

// close    1 2 3 2 1 1 3
const HILLS = candlesOf([1, 2, 3, 2, 1, 1, 3], 0.5);

/** Conditions that are true, unknown and false at every bar. */
const KNOWN = { T: 'close > 0', '?': 'close / 0 > 0', F: 'close < 0' };

describe('undefined values', () => {
  test('B5: a comparison with an undefined value is unknown', () => {
    for (const operator of ['<', '<=', '>', '>=', '==', '!=']) {
      for (const undefinedValue of ['close[1]', 'sma(close, 2)', 'close / (close - 1)', '-close[1]', 'close[1] + 1', 'rsi(close[1], 2)']) {
        expect(truthsOf(`${undefinedValue} ${operator} close`, HILLS)[0]).toBe('?');
        expect(truthsOf(`close ${operator} ${undefinedValue}`, HILLS)[0]).toBe('?');
        expect(truthsOf(`${undefinedValue} ${operator} ${undefinedValue}`, HILLS)[0]).toBe('?');
      }
    }
  });

  test('B5: and/or/not are three-valued', () => {
    const and = { TT: 'T', 'T?': '?', TF: 'F', '?T': '?', '??': '?', '?F': 'F', FT: 'F', 'F?': 'F', FF: 'F' };
    const or = { TT: 'T', 'T?': 'T', TF: 'T', '?T': 'T', '??': '?', '?F': '?', FT: 'T', 'F?': '?', FF: 'F' };
    const at = (pair: string, i: number) => KNOWN[pair[i] as keyof typeof KNOWN];
    for (const [pair, value] of Object.entries(and))
      expect([pair, truthsOf(`${at(pair, 0)} and ${at(pair, 1)}`, HILLS)]).toEqual([pair, value.repeat(7)]);
    for (const [pair, value] of Object.entries(or))
      expect([pair, truthsOf(`${at(pair, 0)} or ${at(pair, 1)}`, HILLS)]).toEqual([pair, value.repeat(7)]);
    expect([KNOWN.T, KNOWN['?'], KNOWN.F].map((one) => truthsOf(`not ${one}`, HILLS)[0])).toEqual(['F', '?', 'T']);
  });

  test('B5: unknown counts as not true', () => {
    expect(Array.from(directionsOf(rules, HILLS, { long: KNOWN['?'], short: `not (${KNOWN['?']})`, exit: KNOWN['?'] }))).toEqual(
      Array(7).fill(NaN),
    );
    expect(Array.from(directionsOf(rules, HILLS, { long: KNOWN.T, short: KNOWN['?'], exit: KNOWN['?'] }))).toEqual(Array(7).fill(1));
  });

  test('B5: x/0 is undefined', () => {
    const bars = { ...HILLS, volume: Float64Array.of(0, 1, 0, 2, -0, 3, 1) };
    expect(truthsOf('close / volume > 0', bars)).toBe('?T?T?TT');
    expect(truthsOf('-close / volume < 0', bars)).toBe('?T?T?TT');
    expect(truthsOf('(close - close) / volume == 0', bars)).toBe('?T?T?TT');
    expect(truthsOf('1 / 0 > 0 or 0 / 0 == 0', bars)).toBe('???????');
    expect(truthsOf('sma(close / volume, 2) > 0', bars)).toBe('??????T');
  });

  test('and so is a result too large for a number, instead of infinite', () => {
    for (const huge of [
      'close * 1e308 * 1e10',
      'close * 1e308 + 1e308 + 1e308 * close',
      '-1e308 - 1e308 * close',
      '1e308 / (close / 1e10)',
    ])
      expect(truthsOf(`${huge} == 1`, HILLS)).toBe('???????');
  });

  test('x[n] is n bars ago, undefined before the first bar, of a number and of a condition', () => {
    expect(truthsOf('close[2] == 1', HILLS)).toBe('??TFFFT');
    expect(truthsOf('(close > 1)[2]', HILLS)).toBe('??FTTTF');
    expect(truthsOf('close[1][1] == close[2] and (close[1] + 1)[1] == close[2] + 1', HILLS)).toBe('??TTTTT');
    expect(truthsOf('close[0] == close', HILLS)).toBe('TTTTTTT');
    expect(truthsOf('close[7] == close or close[100000] == close', HILLS)).toBe('???????');
    expect(truthsOf('not (close > 1)[1]', HILLS)).toBe('?TFFFTT');
    expect(truthsOf('(2)[1] == 2', HILLS)).toBe('TTTTTTT'); // what is the same at every bar was so then
  });
});

describe('crossings', () => {
  // a        1 2 3 2 1 1 3
  test('B5: crosses_above(a, b): a[1] <= b[1] and a > b', () => {
    expect(truthsOf('crosses_above(close, 2)', HILLS)).toBe('FFTFFFT'); // bar 0: unknown and false is false
    expect(truthsOf('crosses_above(close, 1)', HILLS)).toBe('FTFFFFT'); // from equal counts, to equal does not
    expect(truthsOf('crosses_above(close, close[1])', HILLS)).toBe('??FFFFT'); // rising at bar 2, but at bar 1 nothing is known of the bar before
    expect(truthsOf('crosses_above(2, 1) or crosses_above(1, 2)', HILLS)).toBe('FFFFFFF');
  });
  test('and crosses_below(a, b): a[1] >= b[1] and a < b', () => {
    expect(truthsOf('crosses_below(close, 2)', HILLS)).toBe('?FFFTFF');
    expect(truthsOf('crosses_below(close, 3)', HILLS)).toBe('?FFTFFF');
  });
  test.each([
    ['crosses_above(close, sma(close, 3))', 'close[1] <= sma(close, 3)[1] and close > sma(close, 3)'],
    ['crosses_below(sma(close, 2), ema(close, 3))', 'sma(close, 2)[1] >= ema(close, 3)[1] and sma(close, 2) < ema(close, 3)'],
    ['crosses_above(close / (close - 1), 1.5)', '(close / (close - 1))[1] <= 1.5 and close / (close - 1) > 1.5'],
  ])('%s is %s', (crossing, written) => {
    expect(truthsOf(crossing, HILLS)).toBe(truthsOf(written, HILLS));
    expect(new Set(truthsOf(crossing, HILLS)).size).toBeGreaterThan(1);
  });
});

describe('indicators', () => {
  const walk = candlesOf(
    Array.from({ length: 120 }, (_, t) => 50 + ((t * t * 7) % 13) + (t % 5)),
    0.5,
  );
  const one = (definition: IndicatorDefinition): [string, IndicatorDefinition] => [definition.name, definition];

  test.each(Object.values<IndicatorDefinition>(core).map(one))(
    'B5, D6: %s takes its series if it has one, then its parameters by their order; its outputs by dot',
    (name, definition) => {
      const { params } = checkParams(definition.params, {}, '');
      const others = Object.entries(params).map(([key, value]) => [
        key,
        definition.params[key]!.type === 'int' ? Number(value) + 1 : Number(value) / 2,
      ]);
      for (const values of [params, Object.fromEntries(others) as typeof params]) {
        for (const series of definition.inputs.includes('source') ? ['close', 'high'] : [undefined]) {
          const call = `${name}(${[...(series ? [series] : []), ...Object.values(values)].join(', ')})`;
          const outputs = computeIndicator(definition, walk, values, series === 'high' ? { source: 'high' } : {});
          for (const [output, column] of Object.entries(outputs)) {
            const read = truthsOf(`${call}.${output} == vwap`, { ...walk, vwap: column });
            expect(read).toBe(Array.from(column, (value) => (Number.isNaN(value) ? '?' : 'T')).join(''));
            expect(read).toContain('T');
          }
        }
      }
    },
  );

  test('D5: the order of the table', () => {
    const orders = {
      kama: ['window', 'fast', 'slow'],
      bollinger: ['window', 'k'],
      macd: ['fast', 'slow', 'signal'],
      stochastic: ['fast_k', 'slow_k', 'slow_d'],
      keltner: ['window', 'k', 'atr_window'],
      supertrend: ['window', 'k'],
      psar: ['acceleration', 'maximum'],
      ichimoku: ['conversion', 'base', 'span_b', 'displacement'],
      dual_sma: ['fast', 'slow'],
    };
    for (const [name, order] of Object.entries(orders)) expect(Object.keys(core[name as keyof typeof orders].params)).toEqual(order);
    for (const { name, params } of Object.values<IndicatorDefinition>(core))
      if (!(name in orders)) expect(Object.keys(params).length).toBeLessThan(2);
  });

  test('parameters left out at the end have their defaults; a single output may be named or not', () => {
    for (const [short, long] of [
      ['sma(close)', 'sma(close, 20)'],
      ['macd(close, 5).signal', 'macd(close, 5, 26, 9).signal'],
      ['stochastic().k', 'stochastic(14, 3, 3).k'],
      ['sma(close, 9).sma', 'sma(close, 9)'],
      ['obv()', 'obv().obv'],
      ['sma(close, 3 * 3)', 'sma(close, 9)'],
    ])
      expect(truthsOf(`${short} == ${long}`, walk)).toMatch(/^\?*T+$/);
  });

  test('of an expression are those of its values, and begin anew behind a hole', () => {
    const values = walk.close.map((price, t) => (t % 50 === 30 ? NaN : price / ((t % 50) - 30)));
    const bars = {
      ...walk,
      volume: walk.close.map((_, t) => Math.abs((t % 50) - 30)),
      open: walk.close.map((_, t) => Math.sign((t % 50) - 30)),
    };
    for (const [name, window] of [
      ['sma', 4],
      ['ema', 5],
      ['rsi', 6],
      ['highest', 3],
    ] as const) {
      const expected = computeIndicator(core[name], walk, { window }, { source: values })[name]!;
      const read = truthsOf(`${name}(close / (volume * open), ${window}) == vwap`, { ...bars, vwap: expected });
      expect(read).toBe(Array.from(expected, (value) => (Number.isNaN(value) ? '?' : 'T')).join(''));
      expect(read).toMatch(/^\?+T+\?+T+\?+T+$/);
    }
  });
});

describe('the opinions of three rules', () => {
  const opinion = (long: string, short: string, exit: string) => directionsOf(rules, HILLS, { long, short, exit })[3];
  test('exit wins, then long and short at once keep, then the one that is true', () => {
    const { T, F } = KNOWN;
    expect([opinion(T, F, F), opinion(F, T, F), opinion(F, F, T), opinion(F, F, F)]).toEqual([1, -1, 0, NaN]);
    expect([opinion(T, T, F), opinion(T, F, T), opinion(F, T, T), opinion(T, T, T)]).toEqual([NaN, 0, 0, 0]);
  });
  test('flat until the first opinion, then the last one is kept', () => {
    const raw = directionsOf(rules, HILLS, { long: 'close > close[1]', short: 'close < close[1]', exit: 'close == 3' });
    expect(heldDirections(raw)).toEqual([0, 1, 0, -1, -1, -1, 0]);
  });
  test('B4: long_only is false by default and cuts shorts after the state machine: a short still ends a long', () => {
    const raw = directionsOf(rules, HILLS, { long: 'close == 2', short: 'close == 1' });
    expect(heldDirections(raw)).toEqual([-1, 1, 1, 1, -1, -1, -1]);
    expect(heldDirections(raw, { long_only: true })).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(checkParams(rules.params, { long: 'close > 1' }, '').params).toEqual({ long: 'close > 1', long_only: false });
  });
  test('B6: rules has warm-up 0: bar 0 can decide', () => {
    const params = checkParams(rules.params, { long: 'close > 0 or sma(close, 500) > 0' }, '').params;
    expect(rules.warmup!(params as never)).toBe(0);
    expect(directionsOf(rules, HILLS, params)[0]).toBe(1);
  });
});
