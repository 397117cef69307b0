import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { parse } from 'node:querystring';
import { flag, list, oneOf, readQuery, text, texts, wholeNumber } from './query.js';

const RULES = {
  limit: wholeNumber(1, 500, 50),
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  cursor: text(5),
  status: oneOf(['queued', 'running']),
  sort: oneOf(['up', 'down'], 'up'),
  replay: flag(),
  run: texts({ most: 2, longest: 3 }),
  columns: list({ most: 2, longest: 3 }),
};

/** What is wrong with a query, as `path code`. */
function problems(query: string): string[] {
  try {
    readQuery(parse(query), RULES);
  } catch (error) {
    if (error instanceof ProjectaError && error.code === 'VALIDATION_FAILED')
      return error.errors.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

describe('a query', () => {
  test('that is empty has what holds without it', () => {
    expect(readQuery(parse(''), RULES)).toEqual({
      ...{ limit: 50, after: undefined, cursor: undefined, status: undefined, sort: 'up', replay: false, run: [], columns: undefined },
    });
  });

  test('is read by its rules', () => {
    const query = parse(
      'limit=7&after=9007199254740991&cursor=%C3%A9&status=running&sort=down&replay=true&run=a&run=b&run=a&columns=x,+y,x',
    );
    expect(readQuery(query, RULES)).toEqual({
      ...{ limit: 7, after: 9007199254740991, cursor: 'é', status: 'running', sort: 'down', replay: true, run: ['a', 'b'] },
      columns: ['x', 'y'],
    });
  });

  test.each([
    ['limit=0', '/limit OUT_OF_RANGE'],
    ['limit=501', '/limit OUT_OF_RANGE'],
    ['limit=1.5', '/limit OUT_OF_RANGE'],
    ['limit=1e2', '/limit OUT_OF_RANGE'],
    ['limit=', '/limit OUT_OF_RANGE'],
    ['limit=+7', '/limit OUT_OF_RANGE'],
    ['limit=1&limit=2', '/limit NOT_ALLOWED'],
    ['after=9007199254740993', '/after OUT_OF_RANGE'],
    ['after=-1', '/after OUT_OF_RANGE'],
    ['cursor=', '/cursor NOT_ALLOWED'],
    ['cursor=123456', '/cursor NOT_ALLOWED'],
    ['status=Running', '/status NOT_ALLOWED'],
    ['replay=yes', '/replay NOT_ALLOWED'],
    ['run=abcd', '/run NOT_ALLOWED'],
    ['run=a&run=b&run=c', '/run LIMIT_EXCEEDED'],
    ['columns=a,,b', '/columns LIMIT_EXCEEDED'],
    ['columns=a,', '/columns NOT_ALLOWED'],
    ['limits=1', '/limits UNKNOWN_KEY'],
    ['__proto__=1', '/__proto__ UNKNOWN_KEY'],
    ['constructor=1', '/constructor UNKNOWN_KEY'],
  ])('%s is refused', (query, problem) => {
    expect(problems(query)).toEqual([problem]);
  });

  test('has all its problems told at once, with what was meant', () => {
    expect(problems('limit=0&status=x&foo=1').sort()).toEqual(['/foo UNKNOWN_KEY', '/limit OUT_OF_RANGE', '/status NOT_ALLOWED']);
    expect(() => readQuery(parse('limt=1'), { limit: wholeNumber(1, 5) })).toThrow('The query has 1 problem.');
    expect(messageOf('limt=1')).toBe('"limt" is no parameter of this call. Did you mean "limit"? There are: limit.');
  });
});

function messageOf(query: string): string | undefined {
  try {
    readQuery(parse(query), { limit: wholeNumber(1, 5) });
  } catch (error) {
    return (error as ProjectaError).errors[0]?.message;
  }
  return undefined;
}
