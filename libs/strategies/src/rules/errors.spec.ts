import { describe, expect, test } from '@jest/globals';
import { rules } from '../rules.js';

const messagesOf = (long: string) => rules.problems!({ long, long_only: false }).map(({ message }) => message);

/** An expression, the column its error points at, and words of the message. */
const BAD: readonly (readonly [text: string, column: number, words: string])[] = [
  ['', 1, 'is empty; write a condition such as close > sma(close, 20)'],
  [' \t\r\n ', 1, 'is empty'],
  // values that are missing
  ['close >', 8, 'found the end, expected a value: a number, a column, an indicator or "("'],
  ['close > > 1', 9, 'found ">", expected a value'],
  ['close > 1 and', 14, 'found the end, expected a value'],
  ['close > 1 or not', 17, 'found the end'],
  ['and close > 1', 1, 'found "and", expected a value'],
  ['close > +1', 9, 'found "+", expected a value'],
  ['sma(close, , 10) > 1', 12, 'found ","'],
  ['close[] > 1', 7, 'found "]"'],
  ['() > 1', 2, 'found ")"'],
  ['.5.', 1, '".5." is not a number'],
  ['macd(close). > 1', 14, 'found ">", expected the name of an output'],
  // what follows a value
  ['close > 1)', 10, 'found ")", expected an operator or the end'],
  ['(close > 1', 11, 'found the end, expected an operator or ")"'],
  ['(close > 1]', 11, 'found "]", expected an operator or ")"'],
  ['close[1 > 1', 12, 'found the end, expected an operator or "]"'],
  ['sma(close, 10', 14, 'found the end, expected "," or ")"'],
  ['close > 1 open > 1', 11, 'found "open", expected an operator or the end'],
  ['close > 1 AND open > 1', 11, 'Did you mean "and"?'],
  ['close > 1\nOr open > 1', 11, 'Did you mean "or"?'],
  ['close > 1 not open > 1', 11, 'found "not", expected an operator'],
  // no part of the language
  ['close = 1', 7, 'Write "=="'],
  ['highest(close, n=5) > 1', 17, 'arguments have no names and go by their order'],
  ['close > 1 && open > 1', 11, 'Write "and"'],
  ['close > 1 || open > 1', 11, 'Write "or"'],
  ['!(close > 1)', 1, 'Write "not"'],
  ['close ≥ 1', 7, 'Write ">="'],
  ['close − open > 1', 7, 'Write "-"'],
  ['close ** 2 > 1', 7, 'write x * x'],
  ['close ^ 2 > 1', 7, 'write x * x'],
  ['close > "1"', 9, 'has no meaning'],
  ['close > 1;', 10, 'Arguments are separated by ","'],
  ['😀 > 1', 1, '"😀" has no meaning'],
  ['close > 10px', 9, '"10px" is not a number, such as 14, 0.5 or 1e-3'],
  ['close > 1.2.3', 9, '"1.2.3" is not a number'],
  ['close > 0x10', 9, '"0x10" is not a number'],
  ['close > 1_000', 9, '"1_000" is not a number'],
  ['close > 1e999', 9, '"1e999" is too large'],
  // comparisons
  ['1 < close < 2', 11, 'do not chain; write a < b and b < c'],
  ['close == open == 1', 15, 'do not chain; write a == b and b == c'],
  ['close > not open > 1', 9, '"not" stands before a condition'],
  // numbers and conditions
  ['close', 1, 'a rule is a condition, and this is a number; compare it'],
  ['14', 1, 'a rule is a condition'],
  ['close > 1 and open', 15, '"and" joins conditions, and this is a number'],
  ['not close', 5, '"not" turns a condition round, and this is a number'],
  ['(close > 1) + 1 > 0', 2, '"+" stands between numbers, and this is a condition'],
  ['close > (open > 1)', 10, '">" stands between numbers, and this is a condition'],
  ['-(close > 1) > 0', 3, '"-" negates a number'],
  [
    'sma(close > 1, 10) > 0',
    5,
    'sma takes a series first; write sma(series, window), with a series such as close, and this is a condition',
  ],
  ['crosses_above(close > 1, open)', 15, 'crosses_above compares numbers'],
  // names
  ['clos > 1', 1, 'there is no column "clos". Did you mean "close"?'],
  ['Close > 1', 1, 'Did you mean "close"?'],
  ['foo > 1', 1, 'There are open, high, low, close, volume, vwap, ts'],
  ['smaa(close) > 1', 1, 'there is no indicator or function "smaa". Did you mean "sma"?'],
  ['SMA(close) > 1', 1, 'Did you mean "sma"?'],
  ['cross_above(close, open)', 1, 'Did you mean "crosses_above"?'],
  ['sma > 1', 1, 'It is an indicator; write sma(series, window)'],
  ['obv > 1', 1, 'It is an indicator; write obv()'],
  ['crosses_above', 1, 'It is a function; write crosses_above(a, b)'],
  ['close() > 1', 1, 'It is a column; write it without parentheses'],
  ['__proto__ > 1', 1, 'there is no column "__proto__"'],
  ['constructor(close) > 1', 1, 'there is no indicator or function "constructor"'],
  // arguments
  ['sma() > 1', 1, 'sma takes a series first; write sma(series, window)'],
  ['sma(10) > 1', 5, 'not a plain number'],
  ['sma(2 * 5, 10) > 1', 5, 'not a plain number'],
  ['sma(close, 0) > 1', 12, 'the window of sma must be a whole number from 1 to 100000, not 0'],
  ['sma(close, 2.5) > 1', 12, 'the window of sma must be a whole number'],
  ['sma(close, -3) > 1', 12, 'not -3'],
  ['sma(close, 1/0) > 1', 12, 'not NaN'],
  ['sma(close, volume) > 1', 12, 'the window of sma must be a plain number, the same at every bar'],
  ['sma(close, 1 > 0) > 1', 12, 'must be a plain number'],
  ['sma(close, 10, 20) > 1', 16, 'sma takes no more arguments; write sma(series, window)'],
  ['atr(close, 14) > 1', 12, 'atr is computed from the bars themselves'],
  ['atr(close) > 1', 5, 'the window of atr must be a plain number'],
  ['macd(close, 30, 20).macd > 1', 13, 'macd: fast (30) must be below slow (20)'],
  ['macd(close, 30).macd > 1', 13, 'macd: fast (30) must be below slow (26)'],
  ['crosses_above(close)', 1, 'crosses_above takes two series'],
  ['crosses_below(close, open, high)', 28, 'crosses_below takes two series'],
  // outputs
  ['macd(close) > 0', 1, 'macd(close, 12, 26, 9) has several outputs; write one behind it: .macd, .signal, .histogram'],
  ['macd(close)[1] > 0', 1, 'has several outputs'],
  ['sma(macd(close), 9) > 0', 5, 'has several outputs'],
  ['macd(close).sgnal > 0', 13, 'has no output "sgnal". Did you mean "signal"? It has macd, signal, histogram'],
  ['sma(close).x > 0', 12, 'only an indicator of several outputs is followed by "."'],
  ['close.x > 0', 7, 'only an indicator of several outputs is followed by "."'],
  ['macd(close).signal.signal > 0', 20, 'only an indicator of several outputs is followed by "."'],
  // bars ago
  ['close[-1] > 1', 7, 'cannot be negative: -1 would look ahead'],
  ['close[1 - 2] > 1', 7, 'cannot be negative: -1 would look ahead'],
  ['close[1.5] > 1', 7, 'must be a whole number, the same at every bar, not 1.5'],
  ['close[1/0] > 1', 7, 'must be a whole number'],
  ['close[volume] > 1', 7, 'must be a whole number, the same at every bar'],
  ['close[open > 1] > 1', 7, '"[n]" counts bars back, and this is a condition'],
  ['close[100001] > 1', 7, 'goes back 100000 bars at most, not 100001'],
];

describe('a bad expression gets one message with its column', () => {
  test.each(BAD)('%j at column %d: %s', (text, column, words) => {
    const [message, ...others] = messagesOf(text);
    expect(others).toEqual([]);
    expect(message!.startsWith(`is wrong at column ${column}: `)).toBe(true);
    expect(message).toContain(words);
    expect(message).toMatch(/[.?]$/);
  });
});

describe('several problems', () => {
  test('of one expression come at once, in the order of the text, and none of them twice', () => {
    const columns = messagesOf('sma(clos, 0) > opne and smaa(close[-1]) > hig').map((message) => Number(/column (\d+)/.exec(message)![1]));
    expect(columns).toEqual([5, 11, 16, 25, 36, 43]);
    expect(messagesOf('sma(close, 0) > opne and smaa(close) > hig and macd(close) > 0')).toHaveLength(5);
  });
  test('of all expressions come at once, each under its name', () => {
    const problems = rules.problems!({ long: 'clos > 1', short: 'close >', exit: 'close', long_only: false });
    expect(problems.map(({ param, code }) => [param, code])).toEqual([
      ['long', 'BAD_EXPRESSION'],
      ['short', 'BAD_EXPRESSION'],
      ['exit', 'BAD_EXPRESSION'],
    ]);
  });
  test('are told where `long` is absent, which is a problem of its own', () => {
    expect(rules.problems!({ short: 'close >' }).map(({ param }) => param)).toEqual(['short']);
    expect(rules.problems!({})).toEqual([]);
  });
  test('are at most ten an expression', () => {
    expect(messagesOf(Array.from({ length: 200 }, (_, i) => `a${i} > 1`).join(' and '))).toHaveLength(10);
  });
});

test('what was never checked fails with the same words when it is used', () => {
  for (const use of [rules.features!, rules.inputsOf!, rules.ownIndicators!] as ((params: object) => unknown)[])
    expect(() => use({ long: 'clos > 1', long_only: false })).toThrow(
      'The rule long is wrong at column 1: there is no column "clos". Did you mean "close"?',
    );
});
