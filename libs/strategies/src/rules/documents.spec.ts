import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { walk } from '../bench/walk.twin.js';
import { candlesOf, directionsOf } from '../directions-of.twin.js';
import { rules } from '../rules.js';
import { truthsOf } from './truths-of.twin.js';

const ROOT = import.meta.url.slice('file://'.length, import.meta.url.indexOf('/libs/strategies/src/'));
const PAGE = ts.sys.readFile(`${ROOT}/specs/rules.md`)!;

const blocks = [...PAGE.matchAll(/^```rules\n([\s\S]*?)^```/gm)].map(([, text]) =>
  Object.fromEntries([...text!.matchAll(/^(long|short|exit): +(.+)$/gm)].map(([, name, expression]) => [name, expression!])),
);
const errors = [...PAGE.matchAll(/^\| `(.+?)` +\| (is wrong at column .+?) +\|$/gm)].map(
  ([, expression, message]) => [expression!, message!] as const,
);
const logic = [...PAGE.matchAll(/^\| (true|unknown|false) +\| (\w+) +\| (\w+) +\| (\w+) +\| (\w+) +\|$/gm)].map(([, ...cells]) => cells);

describe('specs/rules.md', () => {
  const candles = candlesOf(walk(2000), 0.1);
  test('has examples, errors and the table of three-valued logic', () => {
    expect([blocks.length, errors.length, logic.length]).toEqual([5, 13, 9]);
  });
  test.each(blocks.map((block) => [block['long'], block]))('its example %s runs, and opens and ends positions', (_, block) => {
    const seen = new Set(directionsOf(rules, candles, block));
    expect(seen.has(1)).toBe(true);
    if ('short' in block) expect(seen.has(-1)).toBe(true);
    if ('exit' in block) expect(seen.has(0)).toBe(true);
  });
  test.each(errors)('its error of %s is what is said', (expression, message) => {
    expect(rules.problems!({ long: expression }).map((one) => one.message)[0]).toBe(message);
  });
  test.each(logic)('its %s and %s', (a, b, and, or, not) => {
    const written: Record<string, string> = { true: 'close > 0', false: 'close < 0', unknown: 'close / 0 > 0' };
    const words: Record<string, string> = { T: 'true', F: 'false', '?': 'unknown' };
    const at = (condition: string) => words[truthsOf(condition, candlesOf([1]))];
    expect([at(`${written[a!]} and ${written[b!]}`), at(`${written[a!]} or ${written[b!]}`), at(`not ${written[a!]}`)]).toEqual([
      and,
      or,
      not,
    ]);
  });
});
