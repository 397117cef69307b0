import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, json, jsonValue, nat, property } from 'fast-check';
import { placeOfPointer, readJson } from './json-reading.js';

describe('reading JSON', () => {
  test('gives what JSON.parse gives, for every JSON', () => {
    assert(
      property(jsonValue(), constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const reading = readJson(text);
        expect(reading.isJson && JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
  test('refuses a cut text exactly where JSON.parse does', () => {
    assert(
      property(json(), nat(), (text, cut) => {
        const part = text.slice(0, cut % (text.length + 1));
        const isGood = (): boolean => {
          try {
            return JSON.parse(part) !== undefined;
          } catch {
            return false;
          }
        };
        expect(readJson(part).isJson).toBe(isGood());
      }),
    );
  });
  test.each([
    ['', 1, 1, 'a value is missing'],
    ['{\n  "a": 1,\n}', 3, 1, 'remove the comma'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma or } is missing'],
    ['{"a" 1}', 1, 6, 'a colon is missing'],
    ['{a: 1}', 1, 2, 'a key in double quotes'],
    ['{"a": 1, "a": 2}', 1, 10, 'is there twice'],
    ['{"a": .5}', 1, 7, 'a value is missing'],
    ['{"a": "x\n"}', 1, 7, 'does not end'],
    ['[1] 2', 1, 5, 'nothing may follow'],
  ])('%j is refused at line %d, column %d', (text, line, column, words) => {
    const reading = readJson(text);
    expect(reading).toMatchObject({ isJson: false, line, column });
    expect(!reading.isJson && reading.message).toContain(words);
  });
});

describe('the place of a pointer', () => {
  const reading = readJson(
    '{\n  "strategy": {\n    "name": "x",\n    "params": {"a/b": 1}\n  },\n  "list": [\n    1,\n    {"c": 2}\n  ]\n}',
  );
  const places = reading.isJson ? reading.places : new Map<string, never>();
  test.each([
    ['/strategy', 2],
    ['/strategy/params/a~1b', 4],
    ['/strategy/params/fast', 4],
    ['/list/1/c', 8],
    ['/risk/stop_loss', 1],
    ['', 1],
  ])('%p is line %d: its own, or that of the closest place above it', (pointer, line) => {
    expect(placeOfPointer(places, pointer).line).toBe(line);
  });
});
