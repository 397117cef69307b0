import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from '@projecta/plugin';
import { candlesOf, directionsOf } from '../directions-of.twin.js';
import { rules } from '../rules.js';

const problemsOf = (long: string) => rules.problems!({ long, long_only: false });
const BARS = candlesOf([1, 2, 3, 2, 1, 3, 4, 2], 0.5);

describe('long and deep expressions', () => {
  test('of more than 4096 characters are refused before they are read', () => {
    for (const text of ['('.repeat(100_000), 'close > 1 and '.repeat(10_000), '1'.repeat(1e6)]) {
      const { problems } = checkParams(rules.params, { long: text }, '/params');
      expect(problems).toEqual([
        { path: '/params/long', code: 'BAD_EXPRESSION', message: `is ${text.length} characters long; at most 4096 are taken.` },
      ]);
    }
  });
  test.each([
    ['parentheses', '(', 'close > 1', ')'],
    ['signs', '-', 'close > 1', ''],
    ['negations', 'not ', 'close > 1', ''],
    ['calls', 'sma(', 'close > 1', ')'],
    ['indices', 'close[', '1', ']'],
  ])('%s may stand 64 deep', (_, open, inner, close) => {
    const nested = (depth: number) => open.repeat(depth) + inner + close.repeat(depth);
    expect(problemsOf(nested(65)).map(({ message }) => message)).toEqual([expect.stringContaining('is nested deeper than 64 levels')]);
    expect(problemsOf(nested(64)).map(({ message }) => message)).not.toContainEqual(expect.stringContaining('nested deeper'));
    for (const unclosed of [open.repeat(4096).slice(0, 4096), open.repeat(100_000)])
      expect(problemsOf(unclosed)[0]!.message).toMatch(/nested deeper than 64 levels|found the end/);
  });
  test('in a row are as long as the text may be', () => {
    const sum = `close ${'+ 1'.repeat(1300)} > 1`;
    expect(problemsOf(sum)).toEqual([]);
    expect(directionsOf(rules, BARS, { long: sum })[0]).toBe(1);
    const or = Array.from({ length: 290 }, (_, i) => `close == ${i % 9}`).join(' or ');
    expect(directionsOf(rules, BARS, { long: or })[0]).toBe(1);
  });
});

describe('what a rule set may cost', () => {
  const sums = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `sma(close,${i + from})>1`).join(' and ');
  test('64 different indicators, over all its expressions; the same one counts once', () => {
    expect(rules.problems!({ long: sums(1, 65), short: sums(1, 65) })).toEqual([]);
    const message = 'is wrong at column 1: the rules need 65 different indicators; at most 64 are taken.';
    expect(rules.problems!({ long: sums(1, 65), exit: sums(65, 66) })).toEqual([{ param: 'long', code: 'BAD_EXPRESSION', message }]);
    expect(rules.problems!({ long: `${sums(1, 64)} and sma(close + 1, 2) > sma(close + 2, 2)` })).toEqual([
      { param: 'long', code: 'BAD_EXPRESSION', message },
    ]);
  });
  test('64 columns at once: what is used at once is given back', () => {
    const each = (operator: string) => Array.from({ length: 100 }, (_, i) => `close*${i}.5${operator}1`).join(' and ');
    expect(rules.problems!({ long: each('>') })).toEqual([]);
    const [problem] = rules.problems!({ long: each('>'), short: each('<') });
    expect(problem).toMatchObject({
      param: 'long',
      code: 'BAD_EXPRESSION',
      message: expect.stringMatching(/need \d+ columns at once; at most 64/),
    });
  });
});

test('any text is either a condition or has problems with columns inside it, and takes no time to tell', () => {
  const words = [
    'close',
    'open',
    'sma',
    'macd',
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    '+',
    '-',
    '*',
    '/',
    '<',
    '==',
    'and',
    'or',
    'not',
    '1',
    '0.5',
    'signal',
    'crosses_above',
    ' ',
    '\n',
    '=',
    '💥',
    '"',
    'x',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(text, (long) => {
      for (const { code, message } of problemsOf(long)) {
        expect(code).toBe('BAD_EXPRESSION');
        const column = Number(/^is wrong at column (\d+): /.exec(message)![1]);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(long.length + 1);
      }
    }),
    { seed: 54, numRuns: 1500 },
  );
});
