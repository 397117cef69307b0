import { describe, expect, test } from '@jest/globals';
import * as core from '@projecta/indicators';
import type { IndicatorDefinition } from '@projecta/plugin';
import { candlesOf, directionsOf } from '../directions-of.twin.js';
import { rules } from '../rules.js';
import { compileRules, type RuleTexts } from './compile-rules.js';

const INDICATORS = new Map(Object.values<IndicatorDefinition>(core).map((one) => [one.name, one]));

function planOf(texts: RuleTexts) {
  const { features, plan } = compileRules(texts, INDICATORS).program!;
  const { inputs, nested } = plan;
  const passes = plan.steps.map((step) => (step.kind === 'operation' ? step.name : step.kind));
  return { features: Object.keys(features), inputs: [...inputs], nested: nested.map(({ name }) => name), passes, scratch: plan.scratch };
}

describe('what a rule set is compiled to', () => {
  test('one pass for each different part; > is < the other way round', () => {
    expect(planOf({ long: 'sma(close, 10) > sma(close, 50)', short: 'sma(close, 10) < sma(close, 50)' })).toEqual({
      features: ['sma(close, 10)', 'sma(close, 50)'],
      inputs: [],
      nested: [],
      passes: ['less', 'less'],
      scratch: { number: 0, truth: 2 },
    });
  });
  test('equal parts are computed once, over all expressions, whatever their order, spelling or parentheses', () => {
    const { features, passes } = planOf({
      long: '(high + low) / 2 > sma(close) and rsi(close) < 70',
      short: 'rsi(close, 14) < 70.0 and ((low + high)) / 2 > sma( close , 20 )',
      exit: 'not ((high + low) / 2 > sma(close, 20))',
    });
    expect(features).toEqual(['sma(close, 20)', 'rsi(close, 14)']);
    expect(passes).toEqual(['add', 'constant', 'divide', 'less', 'constant', 'less', 'and', 'not']);
  });
  test('an indicator of several outputs is computed once for all of them', () => {
    const nested = planOf({ long: 'macd(close + 1).macd > macd(close + 1).signal', exit: 'macd(1 + close).histogram < 0' });
    expect(nested.passes.filter((pass) => pass === 'nested')).toHaveLength(1);
    expect(nested.nested).toEqual(['macd']);
    expect(planOf({ long: 'macd(close).macd > macd(close).signal' }).features).toEqual(['macd(close, 12, 26, 9)']);
  });
  test('constants are folded, through and through', () => {
    expect(planOf({ long: '2 * 3 - 1 > 4 / 1 and not (1 == 2)' }).passes).toEqual(['constant']);
    expect(planOf({ long: 'sma(close, 2 * 5) > 0' }).features).toEqual(['sma(close, 10)']);
  });
  test('scratch columns are used again as soon as nothing reads them any more', () => {
    const sum = Array.from({ length: 60 }, (_, i) => `close * ${i}.5`).join(' + ');
    expect(planOf({ long: `${sum} > 1` }).scratch.number).toBeLessThanOrEqual(4);
  });
  test('only the columns that are named are read, and those that indicators of expressions need', () => {
    expect(planOf({ long: 'high[1] > low and atr(14) > 0' }).inputs.sort()).toEqual(['high', 'low']);
    expect(new Set(rules.inputsOf!({ long: 'close > close[1]', exit: 'close < 1', long_only: false } as never))).toEqual(
      new Set(['close']),
    );
  });
});

test('a compiled rule set is kept with its parameters, and memory is taken from the caller alone', () => {
  const taken: number[] = [];
  const candles = candlesOf([1, 2, 3, 4, 5, 4, 3]);
  const scratch = (length: number) => {
    taken.push(length);
    return new Float64Array(length);
  };
  directionsOf(rules, candles, { long: 'close + 1 > sma(close * 2, 2)' }, scratch);
  const { scratch: needed } = planOf({ long: 'close + 1 > sma(close * 2, 2)' });
  expect(taken).toEqual([...Array<number>(needed.number).fill(7), ...Array<number>(needed.truth + 1).fill(1)]);
  const params = { long: 'close > sma(close, 3)', long_only: false };
  expect(rules.features!(params as never)).toBe(rules.features!(params as never));
});
