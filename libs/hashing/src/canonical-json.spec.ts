import { describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { jsonSha256 } from './json-sha256.js';
import { parseJson } from './parse-json.js';

class ProjectaLike {
  fast = 10;
}

describe('RFC 8785', () => {
  test('the example of section 3.2.2 and 3.2.3', () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });
  test('keys sort by UTF-16 units, not by code points: the example of section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const object = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(Object.keys(JSON.parse(canonicalJson(object)) as object).map((key) => [...key].length)).toHaveLength(7);
    expect(canonicalJson(object)).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\u{1f600}":0,"\ufb33":0}');
  });
  test.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [999999999999999900000, '999999999999999900000'],
    [1e-7, '1e-7'],
    [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
  ])('the numbers of appendix B: %p is %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });
  test('agrees with the canonicalize package on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1000 },
    );
  });
  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        fc.pre(!JSON.stringify(object).includes('__proto__'));
        expect(canonicalJson(Object.fromEntries(Object.entries(object).reverse()))).toBe(canonicalJson(object));
      }),
    );
  });
  test('reading it back and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(!/__proto__/.test(JSON.stringify(value)) && !/\d{16}|e\+/.test(JSON.stringify(value)));
        const text = canonicalJson(value);
        expect(canonicalJson(parseJson(text))).toBe(text);
      }),
    );
  });
});

describe('what is not JSON is refused with its place', () => {
  const own = { a: 1 };
  const loop: Record<string, unknown> = { own };
  loop['self'] = [loop];
  test.each([
    [{ a: undefined }, '/a', 'WRONG_TYPE'],
    [Object.assign([1, 2], { length: 3 }), '/2', 'WRONG_TYPE'],
    [{ risk: { fraction: NaN } }, '/risk/fraction', 'NUMBER_NOT_EXACT'],
    [[-Infinity], '/0', 'NUMBER_NOT_EXACT'],
    [{ f: () => 1 }, '/f', 'WRONG_TYPE'],
    [{ big: 1n }, '/big', 'WRONG_TYPE'],
    [{ s: Symbol('s') }, '/s', 'WRONG_TYPE'],
    [{ [Symbol('key')]: 1 }, '', 'WRONG_TYPE'],
    [{ 'a/b~c': new Map() }, '/a~1b~0c', 'WRONG_TYPE'],
    [{ at: new Date(0) }, '/at', 'WRONG_TYPE'],
    [Float64Array.of(1), '', 'WRONG_TYPE'],
    [new ProjectaLike(), '', 'WRONG_TYPE'],
    [Object.create({ inherited: 1 }), '', 'WRONG_TYPE'],
    [[new String('boxed')], '/0', 'WRONG_TYPE'],
    [['ok', '\ud800'], '/1', 'MALFORMED_JSON'],
    [{ '\udc00': 1 }, '', 'MALFORMED_JSON'],
    [JSON.parse('{"a": {"__proto__": 1}}'), '/a', 'NOT_ALLOWED'],
    [loop, '/self/0', 'NOT_ALLOWED'],
  ])('%p at %j', (value: unknown, path, code) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code, errors: [expect.objectContaining({ path, code })] }));
  });
  test('the same object twice is no cycle', () => {
    expect(canonicalJson([own, own])).toBe('[{"a":1},{"a":1}]');
  });
  test('objects without a prototype are plain', () => {
    expect(canonicalJson(Object.assign(Object.create(null) as object, { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });
  test('100,000 levels are refused, not a crash', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });
});

test('jsonSha256 is the digest of the canonical text', () => {
  expect(jsonSha256({ b: 1, a: [] })).toBe(jsonSha256({ a: [], b: 1 }));
  // printf '%s' '{"a":[],"b":1}' | sha256sum
  expect(jsonSha256({ b: 1, a: [] })).toBe('1c8f8816506a8ccbc55140d8a7bb70214a8942c7030fc0fc2914cec675cd1c15');
});
