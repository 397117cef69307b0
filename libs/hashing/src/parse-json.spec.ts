import { describe, expect, test } from '@jest/globals';
import type { ProjectaError } from '@projecta/errors';
import fc from 'fast-check';
import { parseJson } from './parse-json.js';

function failure(text: string, maxDepth?: number): ProjectaError {
  try {
    parseJson(text, maxDepth === undefined ? {} : { maxDepth });
  } catch (error) {
    return error as ProjectaError;
  }
  throw new Error(`accepted: ${text}`);
}

describe('what is right is read', () => {
  test('as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        fc.pre(!/__proto__|\\ud|\d{16}|e\+/i.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });
  test.each([
    '0',
    '-0',
    '1.5',
    '-1.25e-3',
    '1E2',
    '1e+2',
    '""',
    '"\\u0041\\n\\/\\ud83d\\ude00"',
    '[]',
    '{}',
    ' [ 1 , { "a" : null } ] ',
    '\r\n\ttrue',
  ])('%j', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
  test('after a byte order mark', () => {
    expect(parseJson('\ufeff{"a": 1}')).toEqual({ a: 1 });
  });
  test('keys such as constructor and toString are keys like any other', () => {
    expect(parseJson('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}')).toEqual(
      JSON.parse('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}'),
    );
  });
});

describe('F5: numbers are judged by the raw text', () => {
  test('F5: integers beyond ±(2^53 − 1) are refused', () => {
    for (const token of [
      '9007199254740992',
      '9007199254740993',
      '-9007199254740993',
      '9007199254740993.0',
      '1e300',
      '123456789012345678901234567890',
    ]) {
      expect(failure(`{"seed": ${token}}`)).toMatchObject({ code: 'NUMBER_NOT_EXACT', errors: [{ path: '/seed' }] });
    }
    expect(parseJson('[9007199254740991, -9007199254740991]')).toEqual([9007199254740991, -9007199254740991]);
  });
  test('a number too large for a double is refused, quoted and cut', () => {
    expect(failure('[1e400]').message).toContain('1e400 is too large for a double');
    expect(failure(`[${'9'.repeat(500)}]`).message.length).toBeLessThan(150);
  });
  test('fractions are rounded as everywhere', () => {
    expect(parseJson('0.1000000000000000055511151231257827')).toBe(0.1);
    expect(parseJson('2251799813685249.5')).toBe(2251799813685249.5);
  });
});

describe('F5: keys', () => {
  test('F5: a duplicate key is refused, also when written by escapes', () => {
    expect(failure('{"a": 1, "b": 2, "a": 3}')).toMatchObject({ code: 'DUPLICATE_KEY', errors: [{ path: '/a' }] });
    expect(failure('{"x": [{"a": 1, "\\u0061": 3}]}')).toMatchObject({ code: 'DUPLICATE_KEY', errors: [{ path: '/x/0/a' }] });
    expect(parseJson('[{"a": 1}, {"a": 2}]')).toEqual([{ a: 1 }, { a: 2 }]);
  });
  test('the key __proto__ is refused, also when written by escapes', () => {
    expect(failure('{"__proto__": {"polluted": 1}}')).toMatchObject({ code: 'NOT_ALLOWED', errors: [{ path: '/__proto__' }] });
    expect(failure('{"a": {"__pr\\u006fto__": 1}}')).toMatchObject({ code: 'NOT_ALLOWED', errors: [{ path: '/a/__proto__' }] });
  });
  test('pointers escape / and ~', () => {
    expect(failure('{"a/b": {"c~d": 1e999}}').errors[0]!.path).toBe('/a~1b/c~0d');
  });
});

describe('what is malformed is refused with line, column and what was expected', () => {
  test.each([
    ['', 1, 1, /expected a value, found the end of the text/],
    ['{"a": 1,\n "b" 2}', 2, 6, /expected ":" after the key, found "2"/],
    ['{"a": 1,}', 1, 9, /expected a key in double quotes, found "}": is there a comma too many/],
    ['[1, 2,]', 1, 7, /expected a value, found "]": is there a comma too many/],
    ['[1 2]', 1, 4, /expected "," or "]", found "2"/],
    ['{"a": 1', 1, 8, /expected "," or "}", found the end of the text/],
    ['{a: 1}', 1, 2, /expected a key in double quotes, found "a"/],
    ["['a']", 1, 2, /strings and keys stand in double quotes/],
    ['// note\n1', 1, 1, /no comments/],
    ['{"a": NaN}', 1, 7, /found "NaN": JSON has no NaN or Infinity; leave the key out or write null/],
    ['[\r\n-Infinity]', 2, 1, /found "-Infinity": JSON has no NaN/],
    ['[None]', 1, 2, /JSON has true, false and null/],
    ['[truely]', 1, 2, /expected a value, found "truely"/],
    ['1 2', 1, 3, /expected the end of the text/],
    ['[01]', 1, 2, /expected a value/],
    ['[1.]', 1, 2, /expected a value/],
    ['[.5]', 1, 2, /expected a value/],
    ['[+1]', 1, 2, /expected a value/],
    ['[0x10]', 1, 2, /expected a value/],
    ['[-]', 1, 2, /expected a value/],
    ['["a\nb"]', 1, 4, /control character in a string/],
    ['["a]', 1, 2, /no closing quote/],
    ['["\\x41"]', 1, 3, /is no escape/],
    ['["\\u12"]', 1, 3, /is no escape/],
    ['\ufeff\ufeff1', 1, 1, /expected a value/],
    ['"\ud800"', 1, 2, /half of a surrogate pair/],
    ['["\\uD800"]', 1, 2, /half of a surrogate pair/],
    ['["\\uDC00\\uD800"]', 1, 2, /half of a surrogate pair/],
    ['\u00a01', 1, 1, /expected a value/],
  ])('%j', (text, line, column, what) => {
    const error = failure(text);
    expect(error.code).toBe('MALFORMED_JSON');
    expect(error.message).toMatch(what);
    expect(error.message).toContain(`line ${line}, column ${column}:`);
    expect(error.errors).toHaveLength(1);
  });
  test('what JSON.parse refuses is refused, and the other way round but for what is stricter here', () => {
    const scraps = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', '.5', 'e3', 'true', 'null', ' ', '\\', 'NaN', '\n');
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        try {
          parseJson(text);
          expect(isJson).toBe(true);
        } catch (error) {
          if (isJson) expect((error as ProjectaError).code).toMatch(/DUPLICATE_KEY|NUMBER_NOT_EXACT/);
          else expect((error as ProjectaError).code).toBe('MALFORMED_JSON');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('limits', () => {
  test('nesting deeper than 64 is refused, 64 is not', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parseJson(nested(64))).not.toThrow();
    expect(failure(nested(65))).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(failure(nested(4), 3)).toMatchObject({ code: 'LIMIT_EXCEEDED', errors: [{ path: '/0/0/0' }] });
    expect(() => parseJson(nested(1_000), { maxDepth: 1_000 })).not.toThrow();
  });
  test('100,000 levels are an error, not a crash', () => {
    expect(failure('['.repeat(100_000)).code).toBe('LIMIT_EXCEEDED');
    expect(failure('{"a":'.repeat(100_000)).code).toBe('LIMIT_EXCEEDED');
    expect(failure('['.repeat(100_000), 1_000).code).toBe('LIMIT_EXCEEDED');
  });
  test('a limit that is none is refused', () => {
    for (const maxDepth of [0, NaN, 1_001]) expect(failure('1', maxDepth).code).toBe('OUT_OF_RANGE');
  });
});

test('all that can be judged comes at once, each with its place', () => {
  const error = failure('{"a": 1,\n "a": 2, "big": 9007199254740993,\n "deep": {"__proto__": 1}}');
  expect(error.errors.map((one) => [one.code, one.path])).toEqual([
    ['DUPLICATE_KEY', '/a'],
    ['NUMBER_NOT_EXACT', '/big'],
    ['NOT_ALLOWED', '/deep/__proto__'],
  ]);
  expect(error.errors[1]!.message).toBe('line 2, column 17: 9007199254740993 is beyond ±(2^53 − 1), where integers are no longer exact.');
  expect(error.message).toContain('3 problems in all');
});
