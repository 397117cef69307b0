import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { Checked, declared, IndicatorList, int, type NamedDto, nameProblem, Nested, NestedList } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import { checkedBody } from './checked-body.js';

class InnerDto {
  @Checked(nameProblem, { required: true }) label: string;
}

class OuterDto {
  @Checked(nameProblem, { required: true }) title: string;
  @Checked(declared(int({ min: 1, max: 9 }))) count?: number;
  @Nested(() => InnerDto) inner?: InnerDto;
  @NestedList(() => InnerDto) many?: InnerDto[];
  @IndicatorList() indicators?: NamedDto[];
}

describe('checkedBody', () => {
  test('of a fitting body is its class', () => {
    const body = checkedBody(OuterDto, { title: 'a', count: 3, inner: { label: 'b' } });
    expect(body).toBeInstanceOf(OuterDto);
    expect(body).toMatchObject({ title: 'a', count: 3, inner: { label: 'b' } });
  });

  test('tells every problem at once, each with its path', () => {
    const problems = problemsOf({ count: 10, inner: { label: 1, lable: 'x' }, many: [{ label: 'a' }, {}], 'a/b': 1 });
    expect(problems.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['/a~1b', 'UNKNOWN_KEY'],
      ['/count', 'OUT_OF_RANGE'],
      ['/inner/label', 'WRONG_TYPE'],
      ['/inner/lable', 'UNKNOWN_KEY'],
      ['/many/1/label', 'REQUIRED'],
      ['/title', 'REQUIRED'],
    ]);
    expect(problems.find(({ path }) => path === '/inner/lable')!.message).toContain('Did you mean "label"?');
  });

  test('holds plug-ins to their declarations, as a RunConfig does', () => {
    const indicators = [{ name: 'sma', params: { window: 0 } }, { name: 'smaa' }, { nam: 'sma' }];
    expect(problemsOf({ title: 'a', indicators }).map(({ path, code }) => [path, code])).toEqual([
      ['/indicators/2/nam', 'UNKNOWN_KEY'],
      ['/indicators/2/name', 'REQUIRED'],
      ['/indicators/0/params/window', 'OUT_OF_RANGE'],
      ['/indicators/1/name', 'UNKNOWN_INDICATOR'],
    ]);
  });

  test.each(['[]', 'null', '"text"', '7', 'true'])('refuses %s, which is no object', (text) => {
    expect(problemsOf(parseJson(text))).toMatchObject([{ path: '', code: 'WRONG_TYPE' }]);
  });

  test.each(['{"constructor": 1}', '{"title": "a", "toString": {}}', '{"inner": {"hasOwnProperty": 1}}'])(
    'refuses inherited names: %s',
    (text) => {
      expect(problemsOf(parseJson(text))).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    },
  );

  test('a list where an object is wanted, and an object where a list is wanted, are told once each', () => {
    expect(problemsOf({ title: 'a', inner: [], many: {} }).map(({ path, code }) => [path, code])).toEqual([
      ['/inner', 'WRONG_TYPE'],
      ['/many', 'WRONG_TYPE'],
    ]);
  });

  test('begins its message with what the body is', () => {
    expect(() => checkedBody(OuterDto, {}, { what: 'The preset' })).toThrow('The preset has 1 problem.');
  });
});

function problemsOf(value: JsonValue): ProjectaError['errors'] {
  try {
    checkedBody(OuterDto, value);
  } catch (error) {
    if (error instanceof ProjectaError && error.code === 'VALIDATION_FAILED') return error.errors;
    throw error;
  }
  return [];
}
